package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.SecurityModel;
import dev.mcpcodegen.codegen.model.SecurityModel.Requirement;
import dev.mcpcodegen.codegen.model.SecurityModel.Scheme;
import dev.mcpcodegen.codegen.model.SecurityModel.Use;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints what a vendor wants to see of a caller's right. */
final class SecurityPrinter {

    private static final List<String> PLACES = List.of("header", "query", "cookie");

    private final Literals literals;

    SecurityPrinter(Literals literals) {
        this.literals = literals;
    }

    CodeBlock scheme(Scheme scheme) {
        CodeBlock name = literals.text(scheme.name());
        return switch (scheme.kind()) {
            case API_KEY ->
                CodeBlock.of(
                        "$T.apiKey($L, $T.In.$L, $L)",
                        LibraryTypes.SECURITY_SCHEME,
                        name,
                        LibraryTypes.SECURITY_SCHEME,
                        (PLACES.contains(scheme.in()) ? scheme.in() : "header").toUpperCase(Locale.ROOT),
                        literals.text(scheme.parameter()));
            case HTTP ->
                CodeBlock.of("$T.http($L, $L)", LibraryTypes.SECURITY_SCHEME, name, literals.text(scheme.in()));
            case OAUTH2 ->
                CodeBlock.of(
                        "$T.oauth2($L, $L, $L$L)",
                        LibraryTypes.SECURITY_SCHEME,
                        name,
                        url(scheme.authorizationUrl()),
                        url(scheme.tokenUrl()),
                        further(scheme.scopes()));
            case OPEN_ID_CONNECT ->
                CodeBlock.of("$T.openIdConnect($L, $L)", LibraryTypes.SECURITY_SCHEME, name, url(scheme.tokenUrl()));
            case MUTUAL_TLS -> CodeBlock.of("$T.mutualTls($L)", LibraryTypes.SECURITY_SCHEME, name);
        };
    }

    /** A call that names the alternatives. */
    void security(Chain chain, SecurityModel security) {
        if (security.alternatives().isEmpty()) {
            chain.call("security()");
            return;
        }
        chain.call(
                "security($L)",
                security.alternatives().stream().map(this::requirement).collect(CodeBlock.joining(", ")));
    }

    private CodeBlock requirement(Requirement requirement) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.", LibraryTypes.SECURITY_REQUIREMENT);
        if (requirement.schemes().isEmpty()) {
            return code.add("none()").build();
        }
        String call = "of";
        for (Use use : requirement.schemes()) {
            code.add("$L($L$L)", call, literals.text(use.scheme()), further(use.scopes()));
            call = ".and";
        }
        return code.build();
    }

    private CodeBlock url(@Nullable String url) {
        return url == null ? CodeBlock.of("null") : literals.text(url);
    }

    private CodeBlock further(List<String> texts) {
        return texts.isEmpty() ? CodeBlock.of("") : CodeBlock.of(", $L", literals.texts(texts));
    }
}
