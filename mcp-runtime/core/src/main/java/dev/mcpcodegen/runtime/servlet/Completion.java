package dev.mcpcodegen.runtime.servlet;

import jakarta.servlet.AsyncContext;

/** The end of an asynchronous request. */
final class Completion {

    private Completion() {}

    /** Completes a request; false if the container has done so already, on an error of the connection. */
    static boolean of(AsyncContext async) {
        try {
            async.complete();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
