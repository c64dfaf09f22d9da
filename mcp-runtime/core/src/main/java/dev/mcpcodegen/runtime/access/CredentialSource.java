package dev.mcpcodegen.runtime.access;

import java.util.concurrent.CompletionStage;

/** Finds the credential with which a grant's calls reach the vendor. Port: static configuration here, OAuth and a database later. */
public interface CredentialSource {

    /** Returns the credential, refreshed if need be. Fails with {@link CredentialUnavailableException} when there is none. */
    CompletionStage<Credential> credential(Grant grant);
}
