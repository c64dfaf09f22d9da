package dev.mcpcodegen.codegen.derive;

import dev.mcpcodegen.codegen.model.TypeModel;
import java.util.Set;

/** What a type may stand for in paging. */
final class PagingTypes {

    private static final Set<String> LINKS = Set.of("uri", "url", "uri-reference", "iri");

    private PagingTypes() {}

    /** Whether this can be a token: text or a number, but no date. */
    static boolean isToken(TypeModel type) {
        TypeModel plain = Types.plain(type);
        if (plain instanceof TypeModel.StringType text) {
            return text.format() == null || !text.format().startsWith("date");
        }
        if (plain instanceof TypeModel.UnionType union) {
            return union.alternatives().stream().allMatch(PagingTypes::isToken);
        }
        return plain instanceof TypeModel.AnyType || isNumber(plain);
    }

    /** Whether this can be any whole number. */
    static boolean isNumber(TypeModel type) {
        TypeModel plain = Types.plain(type);
        return (plain instanceof TypeModel.IntegerType whole && whole.allowed().isEmpty())
                || (plain instanceof TypeModel.NumberType number
                        && number.allowed().isEmpty());
    }

    static boolean isText(TypeModel type) {
        return Types.plain(type) instanceof TypeModel.StringType text
                && (text.format() == null || !text.format().startsWith("date"));
    }

    static boolean isFlag(TypeModel type) {
        return Types.plain(type) instanceof TypeModel.BooleanType;
    }

    /** Whether the document says of a text that it is a link. */
    static boolean isLink(TypeModel type, String description) {
        return Types.plain(type) instanceof TypeModel.StringType text
                && ((text.format() != null && LINKS.contains(text.format()))
                        || description.matches("(?is).*\\b(url|uri|link|href)\\b.*"));
    }
}
