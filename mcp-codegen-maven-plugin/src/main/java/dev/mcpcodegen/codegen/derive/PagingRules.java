package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.derive.PagingParameters.Candidate;
import dev.mcpcodegen.codegen.model.PagingModel.PageRules;
import dev.mcpcodegen.codegen.model.ToolDirectives.PagingDirectives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What all styles of paging have in common: where the items are, how many to ask for, and what tells that no more come. */
final class PagingRules {

    private static final int USUAL_MAXIMUM = 100;

    private final AnswerShape answer;
    private final PagingDirectives declared;
    private final PagingParameters parameters;
    private final AnswerFields fields;

    PagingRules(AnswerShape answer, PagingDirectives declared, PagingParameters parameters, AnswerFields fields) {
        this.answer = answer;
        this.declared = declared;
        this.parameters = parameters;
        this.fields = fields;
    }

    /** Of a list that the vendor gives whole. */
    PageRules unpaged() {
        return withDeclaredSize(PageRules.of(answer.items()));
    }

    /**
     * The rules of a style.
     *
     * @param positions the parameters by which it says where a page begins
     */
    PageRules of(String... positions) {
        Optional<Candidate> limit = declared.limitParam() == null
                ? parameters.limit().filter(candidate -> !List.of(positions).contains(candidate.place()))
                : parameters.at(declared.limitParam());
        String limitParam =
                declared.limitParam() == null ? limit.map(Candidate::place).orElse(null) : declared.limitParam();
        PageSize size = limit.map(Candidate::property).map(PageSize::of).orElse(new PageSize(1, null, null));
        int unsaid = limitParam == null ? PageRules.MAX_LIMIT : Math.max(USUAL_MAXIMUM, orElse(size.usual(), 1));
        int maximum = size.maximum() == null ? unsaid : size.maximum();
        boolean isRequired = limit.isPresent() && limit.get().property().required();
        List<String> used = new ArrayList<>(List.of(positions));
        if (limitParam != null) {
            used.add(limitParam);
        }
        return withDeclaredSize(new PageRules(
                answer.items(),
                limitParam,
                size.minimum(),
                maximum,
                isRequired ? Integer.valueOf(Math.min(orElse(size.usual(), USUAL_MAXIMUM), maximum)) : null,
                size.usual(),
                parameters.inBody(),
                hasMore(),
                total(),
                Boolean.TRUE.equals(declared.shortPageEnds()),
                own(used)));
    }

    private List<String> own(List<String> used) {
        List<String> own = new ArrayList<>(parameters.own(used));
        // What is declared need not be documented; in a body the owner of a pointer is its first member.
        for (String place : used) {
            String owner = place.startsWith("/") ? place.substring(1).split("/", 2)[0] : place;
            if (!own.contains(owner)) {
                own.add(owner);
            }
        }
        return List.copyOf(own);
    }

    private PageRules withDeclaredSize(PageRules rules) {
        int maximum = orElse(declared.maxLimit(), rules.maxLimit());
        Integer asked = declared.defaultLimit() == null ? rules.defaultLimit() : declared.defaultLimit();
        Integer usual = asked == null ? rules.usualLimit() : asked;
        return new PageRules(
                rules.items(),
                rules.limitParam(),
                Math.min(orElse(declared.minLimit(), rules.minLimit()), maximum),
                maximum,
                asked == null ? null : Integer.valueOf(Math.min(asked, maximum)),
                usual == null || usual > maximum ? null : usual,
                rules.inBody(),
                rules.hasMore(),
                rules.total(),
                rules.shortPageEnds(),
                rules.ownParameters());
    }

    /** Where positions are counted, the vendor's usual page size is asked for in so many words: a page that is not full is then known. */
    PageRules counting(String position) {
        PageRules rules = of(position);
        return new PageRules(
                rules.items(),
                rules.limitParam(),
                rules.minLimit(),
                rules.maxLimit(),
                rules.limitParam() == null || rules.defaultLimit() != null ? rules.defaultLimit() : rules.usualLimit(),
                rules.usualLimit(),
                rules.inBody(),
                rules.hasMore(),
                rules.total(),
                rules.shortPageEnds(),
                rules.ownParameters());
    }

    /** Where an answer says that there is more; null where it does not. */
    @Nullable
    String hasMore() {
        return declared.hasMore() != null ? declared.hasMore() : flag(PagingWords.HAS_MORE);
    }

    private @Nullable String flag(Set<String> names) {
        return fields.find(field -> names.contains(field.name()) && PagingTypes.isFlag(field.type()))
                .orElse(null);
    }

    /** Where an answer says how many items there are; null where it does not. */
    @Nullable
    String total() {
        return declared.total() != null
                ? declared.total()
                : fields.find(field -> PagingWords.TOTAL.contains(field.name()) && PagingTypes.isNumber(field.type()))
                        .orElse(null);
    }

    private static int orElse(@Nullable Integer number, int otherwise) {
        return number == null ? otherwise : number;
    }
}
