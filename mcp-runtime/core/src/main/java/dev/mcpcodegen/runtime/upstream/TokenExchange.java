package dev.mcpcodegen.runtime.upstream;

import java.time.Instant;

/** One way in which an account gets a token. Pure. */
interface TokenExchange {

    /**
     * Returns the request that asks for a token.
     *
     * @throws UpstreamFailure if what is configured makes none
     */
    WireRequest request(Instant now);

    /**
     * Reads the token from an answer.
     *
     * @throws UpstreamFailure if it holds none
     */
    Session read(VendorAnswer answer);

    /** Whether it may be made again without anybody asking for it. */
    boolean isRepeatable();

    /** Tells why there is no token; what is told already stays as it is. */
    UpstreamFailure explain(Throwable failure);

    /** Tells that the token is over and that this is not repeated. */
    UpstreamFailure ended();
}
