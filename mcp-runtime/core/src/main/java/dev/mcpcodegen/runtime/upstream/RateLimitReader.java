package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.tool.NameValue;
import dev.mcpcodegen.runtime.tool.RateLimit;
import dev.mcpcodegen.runtime.tool.RateLimit.Policy;
import dev.mcpcodegen.runtime.tool.RateLimitHeaders;
import dev.mcpcodegen.runtime.tool.RateLimitHeaders.ResetUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Normalises what vendors tell about their rate limits: the structured fields of draft-ietf-httpapi-ratelimit-headers, the three
 * headers of its expired versions, and the many {@code X-RateLimit-*} dialects.
 *
 * <p>Pure. Every figure that comes out is a whole number of at most ten digits; a header that makes no sense is as good as absent.
 */
final class RateLimitReader {

    private final VendorAnswer answer;
    private @Nullable ResetTime times;
    private final @Nullable RateLimitHeaders vendorNames;
    private final Map<String, PolicyDraft> drafts = new LinkedHashMap<>();

    private RateLimitReader(VendorAnswer answer, @Nullable RateLimitHeaders vendorNames) {
        this.answer = answer;
        this.vendorNames = vendorNames;
    }

    /** Returns what the answer tells about limits; null when it tells nothing. */
    static @Nullable RateLimit read(VendorAnswer answer, @Nullable RateLimitHeaders vendorNames) {
        return new RateLimitReader(answer, vendorNames).read();
    }

    private @Nullable RateLimit read() {
        for (NameValue field : answer.headers().fields()) {
            collect(field);
        }
        shareLoneResets();
        List<Policy> policies = new ArrayList<>(StructuredRateLimit.read(answer.headers()));
        drafts.values().stream()
                .map(PolicyDraft::toPolicy)
                .filter(policy -> policy.limit() != null || policy.remaining() != null)
                .filter(policy -> !policies.contains(policy))
                .forEach(policies::add);
        // Vendors and proxies send their headers in any order.
        policies.sort(Comparator.comparing(Policy::name));
        return combine(policies, retryAfter());
    }

    /** Some vendors name the windows in their limits, and tell one end for all. */
    private void shareLoneResets() {
        for (PolicyDraft lone : drafts.values()) {
            if (lone.limit == null && lone.remaining == null) {
                drafts.values().stream()
                        .filter(other -> other.prefix.equals(lone.prefix))
                        .forEach(other -> other.reset(lone.reset));
            }
        }
    }

    private void collect(NameValue field) {
        RateLimitName name = RateLimitName.parse(field.name());
        if (vendorNames != null && collectVendor(vendorNames, field, name)) {
            return;
        }
        if (name == null) {
            return;
        }
        PolicyDraft draft =
                drafts.computeIfAbsent(name.group(), group -> new PolicyDraft(name.prefix(), name.policy()));
        switch (name.role()) {
            case LIMIT -> draft.limit(number(field.value()));
            case REMAINING -> draft.remaining(floor(field.value()));
            case RESET -> draft.reset(times().seconds(name.inMillis() ? field.value() + "ms" : field.value()));
        }
    }

    private boolean collectVendor(RateLimitHeaders names, NameValue field, @Nullable RateLimitName parsed) {
        boolean isLimit = field.name().equalsIgnoreCase(names.limit());
        boolean isRemaining = field.name().equalsIgnoreCase(names.remaining());
        boolean isReset = field.name().equalsIgnoreCase(names.reset());
        if (!isLimit && !isRemaining && !isReset) {
            return false;
        }
        String policy = parsed == null ? RateLimitName.DEFAULT : parsed.policy();
        PolicyDraft draft = drafts.computeIfAbsent("vendor map", group -> new PolicyDraft("vendor map", policy));
        ResetUnit unit = names.resetUnit();
        if (isLimit) {
            draft.limit(number(field.value()));
        } else if (isRemaining) {
            draft.remaining(number(field.value()));
        } else {
            draft.reset(times().seconds(field.value(), unit));
        }
        return true;
    }

    private @Nullable Long retryAfter() {
        Long seconds = seconds("retry-after");
        if (seconds == null) {
            seconds = seconds("x-ratelimit-retry-after");
        }
        if (seconds == null) {
            seconds = seconds("ratelimit-retry-after");
        }
        Long millis = seconds == null ? number(answer.headers().first("retry-after-ms")) : null;
        return millis == null ? seconds : Long.valueOf((millis + 999) / 1000);
    }

    private @Nullable Long seconds(String header) {
        String value = answer.headers().first(header);
        return value == null ? null : times().seconds(value);
    }

    /** Made when it is needed, which for most vendors is never. */
    private ResetTime times() {
        ResetTime known = times;
        if (known == null) {
            // The vendor's own clock cancels whatever ours is off.
            Instant date = ResetTime.date(answer.headers().first("date"));
            known = new ResetTime(date == null ? answer.receivedAt() : date);
            times = known;
        }
        return known;
    }

    private @Nullable RateLimit combine(List<Policy> policies, @Nullable Long retryAfter) {
        boolean refused = answer.status() == 429;
        if (policies.isEmpty()) {
            if (!refused && retryAfter == null) {
                return null;
            }
            Long remaining = refused ? Long.valueOf(0) : null;
            return new RateLimit(null, remaining, refused ? retryAfter : null, retryAfter, List.of());
        }
        Policy binding = binding(policies);
        Long reset = binding.resetSeconds();
        if (refused && retryAfter != null) {
            reset = reset == null ? retryAfter : Long.valueOf(Math.max(reset, retryAfter));
        }
        Long remaining = refused && binding.remaining() == null ? Long.valueOf(0) : binding.remaining();
        return new RateLimit(binding.limit(), remaining, reset, retryAfter, List.copyOf(policies));
    }

    /** The window that a caller runs into first. */
    private static Policy binding(List<Policy> policies) {
        Comparator<Policy> byShare = Comparator.comparingDouble(RateLimitReader::shareLeft);
        Comparator<Policy> byReset =
                Comparator.comparingLong(policy -> policy.resetSeconds() == null ? -1 : policy.resetSeconds());
        return policies.stream().min(byShare.thenComparing(byReset.reversed())).orElseThrow();
    }

    private static double shareLeft(Policy policy) {
        Long remaining = policy.remaining();
        if (remaining == null) {
            return Double.MAX_VALUE;
        }
        if (remaining == 0) {
            return 0;
        }
        Long limit = policy.limit();
        return limit == null || limit == 0 ? 1 : (double) remaining / limit;
    }

    /** Reads the first whole number of a list; null when there is none or it is absurd. */
    static @Nullable Long number(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = value.indexOf(',');
        String first = (end < 0 ? value : value.substring(0, end)).strip();
        int parameters = first.indexOf(';');
        String digits = (parameters < 0 ? first : first.substring(0, parameters)).strip();
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Long.valueOf(digits) : null;
    }

    /** Reads what is left, of which some tell a fraction: a part of a call is none. */
    private static @Nullable Long floor(String value) {
        return number(value.strip().replaceFirst("\\.\\d{1,9}$", ""));
    }

    /** A policy while its headers are collected; of two headers that say the same thing the first is believed. */
    private static final class PolicyDraft {

        private final String prefix;
        private final String name;
        private @Nullable Long limit;
        private @Nullable Long remaining;
        private @Nullable Long reset;

        PolicyDraft(String prefix, String name) {
            this.prefix = prefix;
            this.name = name;
        }

        void limit(@Nullable Long value) {
            limit = limit == null ? value : limit;
        }

        void remaining(@Nullable Long value) {
            remaining = remaining == null ? value : remaining;
        }

        void reset(@Nullable Long value) {
            reset = reset == null ? value : reset;
        }

        Policy toPolicy() {
            return new Policy(name, limit, remaining, reset);
        }
    }
}
