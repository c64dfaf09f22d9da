package dev.mcpcodegen.it.sandbox.http;

import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Reads a request, records it, and lets a fault, its vendor or the control surface answer it. */
final class SandboxHandler extends Handler.Abstract {

    private final Map<String, VendorSandbox> vendors = new LinkedHashMap<>();
    private final RequestLog log;
    private final Faults faults = new Faults();
    private final ControlSurface control;

    SandboxHandler(List<VendorSandbox> served, RequestLog log) {
        served.forEach(vendor -> vendors.put(vendor.name(), vendor));
        this.log = log;
        this.control = new ControlSurface(vendors, log, faults);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException, InterruptedException {
        String rawPath = request.getHttpURI().getPath();
        int end = rawPath.indexOf('/', 1);
        String name = rawPath.substring(1, end < 0 ? rawPath.length() : end);
        VendorRequest received = read(request, end < 0 ? "" : rawPath.substring(end));
        VendorResponse answer =
                name.equals(ControlSurface.NAME) ? control.answer(received) : answer(name, rawPath, received);
        write(answer, response, callback);
        return true;
    }

    private VendorResponse answer(String name, String rawPath, VendorRequest received) throws InterruptedException {
        RequestLog.Entry entry = log.received(new RecordedRequest(
                name, received.method(), rawPath, received.rawQuery(), received.headers(), received.body(), null));
        VendorSandbox vendor = vendors.get(name);
        VendorResponse answer = vendor == null
                ? VendorResponse.text(404, "No vendor \"" + name + "\" here, only " + vendors.keySet() + ".")
                : answer(vendor, received);
        entry.answered(answer.status());
        return answer;
    }

    private VendorResponse answer(VendorSandbox vendor, VendorRequest received) throws InterruptedException {
        Fault fault = faults.take(vendor.name(), received.rawPath());
        @Nullable VendorResponse failure = null;
        if (fault != null) {
            Thread.sleep(fault.delay().toMillis());
            failure = fault.response(vendor);
        }
        return failure != null ? failure : vendor.answer(received);
    }

    private static VendorRequest read(Request request, String rawPath) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name, absent -> request.getHeaders().getValuesList(name));
        }
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        byte[] content = content(request);
        return new VendorRequest(
                request.getMethod(),
                rawPath,
                request.getHttpURI().getQuery(),
                Request.getLocalPort(request),
                headers,
                BodyParser.parse(contentType, content),
                BodyParser.isJson(contentType) ? new String(content, StandardCharsets.UTF_8) : "");
    }

    private static byte[] content(Request request) throws IOException {
        try (InputStream content = Request.asInputStream(request)) {
            return content.readAllBytes();
        }
    }

    private static void write(VendorResponse answer, Response response, Callback callback) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
    }
}
