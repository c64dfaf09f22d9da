package dev.mcpcodegen.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import dev.mcpcodegen.codegen.model.LoginModel;
import dev.mcpcodegen.codegen.model.LoginModel.Derived;
import dev.mcpcodegen.codegen.model.LoginModel.Found;
import dev.mcpcodegen.codegen.model.LoginModel.JsonTemplate;
import dev.mcpcodegen.codegen.model.LoginModel.Member;
import dev.mcpcodegen.codegen.model.LoginModel.Part;
import java.util.ArrayList;
import java.util.List;

/** Prints how an account logs in. */
final class LoginPrinter {

    private final Literals literals;

    LoginPrinter(Literals literals) {
        this.literals = literals;
    }

    CodeBlock login(LoginModel login) {
        Chain chain = new Chain(
                "$T.request($L, $L)",
                LibraryTypes.LOGIN_RECIPE,
                literals.text(login.method()),
                literals.text(login.path()));
        if (login.server() != null) {
            chain.call("server($L)", literals.text(login.server()));
        }
        login.request().forEach(part -> part(chain, "send", part));
        if (login.json() != null) {
            chain.call("json($L)", members(login.json(), 0));
        }
        login.derived().forEach(value -> chain.call("derive($L, $L)", literals.text(value.name()), derived(value)));
        login.answer().forEach(found -> answer(chain, found));
        if (login.lifetime() != null) {
            chain.call(
                    "expires$L($L)",
                    login.lifetime().kind(),
                    literals.text(login.lifetime().value()));
        }
        login.presented().forEach(part -> part(chain, "present", part));
        return chain.call("build()").code();
    }

    private void part(Chain chain, String call, Part part) {
        chain.call(
                "$L($T.In.$L, $L, $L)",
                call,
                LibraryTypes.LOGIN_RECIPE,
                part.in().name(),
                literals.text(part.name()),
                literals.text(part.template()));
    }

    private void answer(Chain chain, Found found) {
        if (found.place().equals("BODY")) {
            chain.call("answer($L, $L)", literals.text(found.name()), literals.text(found.where()));
        } else {
            chain.call(
                    "answer($L, $T.Place.$L, $L)",
                    literals.text(found.name()),
                    LibraryTypes.LOGIN_RECIPE,
                    found.place(),
                    literals.text(found.where()));
        }
    }

    private CodeBlock derived(Derived value) {
        if (value.function().equals("NOW")) {
            return CodeBlock.of("$T.now($L)", LibraryTypes.DERIVED_VALUE, literals.text(value.of()));
        }
        if (value.function().equals("NONCE")) {
            return CodeBlock.of("$T.nonce()", LibraryTypes.DERIVED_VALUE);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        arguments.add(CodeBlock.of("$T.Function.$L", LibraryTypes.DERIVED_VALUE, value.function()));
        arguments.add(literals.text(value.of()));
        if (value.key() != null) {
            arguments.add(literals.text(value.key()));
        }
        arguments.add(CodeBlock.of("$T.Encoding.$L", LibraryTypes.DERIVED_VALUE, value.encoding()));
        return CodeBlock.of(
                "$T.$L($>$>\n$L$<$<)",
                LibraryTypes.DERIVED_VALUE,
                value.key() == null ? "of" : "mac",
                CodeBlock.join(arguments, ",\n"));
    }

    private CodeBlock members(JsonTemplate.Members object, int depth) {
        String name = depth == 0 ? "body" : "object" + depth;
        Chain chain = new Chain("$L -> $L", name, name);
        for (Member member : object.members()) {
            CodeBlock key = literals.text(member.name());
            JsonTemplate value = member.value();
            if (value instanceof JsonTemplate.Members inner) {
                chain.call("object($L, $L)", key, members(inner, depth + 1));
            } else if (value instanceof JsonTemplate.Text text) {
                chain.call("put($L, $L)", key, literals.text(text.template()));
            } else {
                chain.call("putJson($L, $L)", key, literals.text(((JsonTemplate.Constant) value).json()));
            }
        }
        return chain.code();
    }
}
