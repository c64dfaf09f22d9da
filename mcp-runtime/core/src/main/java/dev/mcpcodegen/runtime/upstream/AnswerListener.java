package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.limit.ByteBudget;
import dev.mcpcodegen.runtime.tool.NameValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;

/** Collects one answer up to a cap, and tells apart why it did not come. Called by one thread at a time. */
@SuppressWarnings("FutureReturnValueIgnored") // What comes of an abort is told to onComplete.
final class AnswerListener implements Response.Listener {

    private final int maxBytes;
    private final ByteBudget buffers;
    private final CompletableFuture<VendorAnswer> answer;
    private final BodyBuffer body = new BodyBuffer();
    private boolean begun;

    AnswerListener(int maxBytes, ByteBudget buffers, CompletableFuture<VendorAnswer> answer) {
        this.maxBytes = maxBytes;
        this.buffers = buffers;
        this.answer = answer;
    }

    @Override
    public void onHeaders(Response response) {
        begun = true;
        boolean hasBody = !HttpMethod.HEAD.is(response.getRequest().getMethod());
        if (hasBody && response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > maxBytes) {
            response.abort(new AnswerTooLargeException(maxBytes, head(response)));
        }
    }

    /** Notes that an answer begins whose body goes elsewhere. */
    void begin() {
        begun = true;
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        if (body.size() + content.remaining() > maxBytes) {
            response.abort(new AnswerTooLargeException(maxBytes, head(response)));
            return;
        }
        if (!buffers.reserve(content.remaining())) {
            response.abort(new OverBudgetException());
            return;
        }
        body.add(content);
    }

    @Override
    public void onComplete(Result result) {
        // Whoever waits for the answer has read it when this returns.
        try {
            complete(result);
        } finally {
            buffers.release(body.size());
        }
    }

    /**
     * Completes the answer although the request is still being sent: a vendor that has refused half a file wants no more of it.
     *
     * <p>For others the answer waits until the connection is free for the next request.
     */
    void completeEarly(Response response) {
        complete(response);
    }

    private void complete(Result result) {
        if (result.isFailed()) {
            answer.completeExceptionally(cause(result.getFailure()));
        } else if (!answer.isDone()) {
            complete(result.getResponse());
        }
    }

    private void complete(Response response) {
        try {
            answer.complete(read(response));
        } catch (AnswerTooLargeException | BrokenAnswerException e) {
            answer.completeExceptionally(e);
        }
    }

    private VendorAnswer read(Response response) {
        boolean zipped = body.size() > 0 && Gzip.isNamed(response.getHeaders().get(HttpHeader.CONTENT_ENCODING));
        byte[] bytes = body.toByteArray();
        return answer(response, zipped ? Gzip.decompress(bytes, maxBytes) : bytes, zipped);
    }

    static VendorAnswer head(Response response) {
        return answer(response, new byte[0], false);
    }

    private static VendorAnswer answer(Response response, byte[] bytes, boolean wasZipped) {
        List<NameValue> fields = response.getHeaders().stream()
                .filter(field -> !wasZipped || field.getHeader() != HttpHeader.CONTENT_ENCODING)
                .map(field -> new NameValue(field.getName(), field.getValue() == null ? "" : field.getValue()))
                .toList();
        return new VendorAnswer(response.getStatus(), new ResponseHeaders(fields), bytes, Instant.now());
    }

    private Throwable cause(Throwable failure) {
        boolean told = failure instanceof AnswerTooLargeException
                || failure instanceof OverBudgetException
                || failure instanceof TimeoutException;
        return !told && (begun || isBadHttp(failure)) ? new BrokenAnswerException(failure) : failure;
    }

    private static boolean isBadHttp(Throwable failure) {
        // Where assertions are on, the client trips over one of its own while it reports a broken header.
        return failure instanceof HttpException
                || failure instanceof HttpResponseException
                || failure instanceof AssertionError;
    }
}
