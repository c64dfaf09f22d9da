package dev.mcpcodegen.runtime.tool;

/**
 * A tool that is answered by a vendor's API. Generated tools are of this kind.
 *
 * @param <A> the arguments
 * @param <R> the vendor's answer
 */
public non-sealed interface UpstreamTool<A, R> extends Tool<A, R> {

    /**
     * Returns the request that these arguments mean. Pure: no I/O, no credential, no paging parameter; the runtime adds those.
     *
     * @throws InvalidArgumentException if an argument cannot be carried by the request, such as a path segment {@code ..}
     */
    UpstreamRequest toRequest(A arguments);
}
