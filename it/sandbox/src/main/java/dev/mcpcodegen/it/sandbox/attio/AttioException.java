package dev.mcpcodegen.it.sandbox.attio;

/** Attio refuses a request; becomes its error body. */
final class AttioException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final String type;
    private final String code;

    private AttioException(int status, String type, String code, String message) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
    }

    /** A request that cannot be processed: 400. */
    static AttioException invalid(String code, String message) {
        return new AttioException(400, INVALID, code, message);
    }

    /** A value or a field of the wrong form: 400. */
    static AttioException form(String message) {
        return invalid("validation_type", message);
    }

    static AttioException notFound(String message) {
        return new AttioException(404, INVALID, "not_found", message);
    }

    static AttioException conflict(String code, String message) {
        return new AttioException(409, INVALID, code, message);
    }

    /** What the documentation says about a status. */
    static AttioException documented(int status) {
        return switch (status) {
            case 401 ->
                new AttioException(status, "auth_error", "unauthorized", "The access token is missing or invalid.");
            case 403 ->
                new AttioException(
                        status,
                        "auth_error",
                        "unauthorized",
                        "The access token lacks the scope record_permission:read-write.");
            case 404 -> notFound("There is nothing here.");
            case 429 ->
                new AttioException(
                        status,
                        "rate_limit_error",
                        "rate_limit_exceeded",
                        "Too many requests. Retry at the time in Retry-After.");
            default ->
                new AttioException(
                        status,
                        status < 500 ? INVALID : "api_error",
                        status < 500 ? "validation_type" : "internal_error",
                        "The request failed.");
        };
    }

    /** What the routes refuse before a resource is reached. */
    static AttioException of(int status, String message) {
        return new AttioException(status, INVALID, status == 404 ? "not_found" : "validation_type", message);
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String code() {
        return code;
    }
}
