package dev.mcpcodegen.runtime.upstream;

import dev.mcpcodegen.runtime.files.FileSink;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;

/** Passes a file on as it comes; collects what is none, such as a refusal or a redirect. Called by one thread at a time. */
@SuppressWarnings("FutureReturnValueIgnored") // What comes of an abort is told to onComplete.
final class FileAnswerListener
        implements Response.HeadersListener, Response.ContentSourceListener, Response.CompleteListener {

    private final AnswerListener collected;
    private final FileSink sink;
    private final long maxBytes;

    FileAnswerListener(AnswerListener collected, FileSink sink, long maxBytes) {
        this.collected = collected;
        this.sink = sink;
        this.maxBytes = maxBytes;
    }

    @Override
    public void onHeaders(Response response) {
        if (!isFile(response)) {
            collected.onHeaders(response);
            return;
        }
        collected.begin();
        if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > maxBytes) {
            response.abort(new AnswerTooLargeException(maxBytes));
        }
    }

    @Override
    public void onContentSource(Response response, Content.Source source) {
        if (isFile(response)) {
            new FilePump(source, sink.begin(FileReader.head(AnswerListener.head(response))), maxBytes).start();
        } else {
            collect(response, source);
        }
    }

    private void collect(Response response, Content.Source source) {
        while (true) {
            Content.Chunk chunk = source.read();
            if (chunk == null) {
                source.demand(() -> collect(response, source));
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                return;
            }
            try {
                collected.onContent(response, chunk.getByteBuffer());
            } finally {
                chunk.release();
            }
            if (chunk.isLast()) {
                return;
            }
        }
    }

    @Override
    public void onComplete(Result result) {
        collected.onComplete(result);
    }

    private static boolean isFile(Response response) {
        return HttpStatus.isSuccess(response.getStatus());
    }
}
