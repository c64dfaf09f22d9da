package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.access.Credential;
import java.util.List;

/**
 * A credential that can be put on a request.
 *
 * @param credential without anything that has to be exchanged
 * @param tokens what of it was obtained by an exchange
 */
record Presented(Credential credential, List<Token> tokens) {

    /** A token in use. */
    record Token(Sessions.Owner owner, TokenExchange exchange, Session session) {}

    static Presented of(Credential credential) {
        return new Presented(credential, List.of());
    }
}
