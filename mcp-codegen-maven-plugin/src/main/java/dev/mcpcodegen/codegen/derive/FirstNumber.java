package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.ApiOperation;
import dev.mcpcodegen.codegen.model.PropertyModel;
import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an API counts from 0 or from 1. A wrong guess loses the first page or repeats it, so there is none: the document says it of the
 * parameter, or of the parameter of the same name wherever else it stands.
 */
final class FirstNumber {

    private static final Pattern ZERO = Pattern.compile(
            "(?i)\\b(?:zero|0)[- ]?(?:based|indexed)\\b|\\b(?:start\\w*|begin\\w*|first page|defaults?|index\\w*)\\b[^.\\d]{0,24}?\\b0\\b|\\bpage ?= ?0\\b");
    private static final Pattern ONE = Pattern.compile(
            "(?i)\\b(?:one|1)[- ]?(?:based|indexed)\\b|\\b(?:start\\w*|begin\\w*|first page|defaults?|index\\w*)\\b[^.\\d]{0,24}?\\b1\\b|\\bpage ?= ?1\\b");

    private final Map<String, Set<Integer>> elsewhere = new HashMap<>();

    FirstNumber(List<ApiOperation> operations) {
        for (ApiOperation operation : operations) {
            operation
                    .parameters()
                    .forEach(parameter -> said(parameter.property())
                            .ifPresent(first -> elsewhere
                                    .computeIfAbsent(parameter.property().name(), name -> new HashSet<>())
                                    .add(first)));
        }
    }

    /** Returns 0 or 1; empty when nobody says it, or not everybody the same. */
    Optional<Integer> of(PropertyModel parameter) {
        Optional<Integer> own = said(parameter);
        Set<Integer> others = elsewhere.getOrDefault(parameter.name(), Set.of());
        return own.isPresent() || others.size() != 1 ? own : others.stream().findFirst();
    }

    private static Optional<Integer> said(PropertyModel parameter) {
        String byDefault = String.valueOf(parameter.notes().defaultJson()).replace("\"", "");
        if (byDefault.equals("0") || byDefault.equals("1")) {
            return Optional.of(Integer.valueOf(byDefault));
        }
        if (Types.plain(parameter.type()) instanceof TypeModel.IntegerType whole
                && "1".equals(whole.bounds().minimum())) {
            return Optional.of(1);
        }
        Matcher zero = ZERO.matcher(parameter.description());
        Matcher one = ONE.matcher(parameter.description());
        boolean saysZero = zero.find();
        boolean saysOne = one.find();
        return saysZero == saysOne ? Optional.empty() : Optional.of(saysZero ? 0 : 1);
    }
}
