package dev.mcpcodegen.it.sandbox.affinity;

import dev.mcpcodegen.it.sandbox.vendor.Part;
import dev.mcpcodegen.it.sandbox.vendor.RefusedException;
import dev.mcpcodegen.it.sandbox.vendor.RouteCall;
import dev.mcpcodegen.it.sandbox.vendor.Routes;
import dev.mcpcodegen.it.sandbox.vendor.VendorRequest;
import dev.mcpcodegen.it.sandbox.vendor.VendorResponse;
import dev.mcpcodegen.it.sandbox.vendor.VendorSandbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The object storage that Affinity's downloads redirect to. Its links are signed, so it refuses credentials, as object
 * stores do: a client that carries them to another host is found out.
 */
public final class AffinityStorage implements VendorSandbox {

    static final String NAME = "affinity-storage";

    private final Downloads downloads;
    private final Routes routes = new Routes().get("/{signed_id}", this::download);

    /** Serves the files that are on offer. */
    public AffinityStorage(Downloads downloads) {
        this.downloads = downloads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public VendorResponse answer(VendorRequest request) {
        try {
            return routes.answer(request);
        } catch (RefusedException e) {
            return VendorResponse.text(e.status(), String.join(" ", e.messages()));
        }
    }

    @Override
    public VendorResponse failure(int status) {
        return VendorResponse.text(status, "The storage answers " + status + ".");
    }

    @Override
    public void reset() {
        downloads.clear();
    }

    private VendorResponse download(RouteCall call) {
        if (call.request().header("authorization") != null) {
            throw new RefusedException(400, "Only one way of authentication is allowed: the link is signed already.");
        }
        Part file = downloads
                .fetch(call.variable("signed_id"))
                .orElseThrow(() -> new RefusedException(403, "The link has expired."));
        String mediaType = file.mediaType() == null ? "application/octet-stream" : file.mediaType();
        return VendorResponse.bytes(200, mediaType, file.content())
                .header("Content-Disposition", disposition(file.fileName() == null ? "file" : file.fileName()));
    }

    /** Names the file in the form of RFC 6266, whose encoding (RFC 8187) holds any name. */
    private static String disposition(String fileName) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
