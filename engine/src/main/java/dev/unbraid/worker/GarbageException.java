package dev.unbraid.worker;

import java.io.IOException;

/// What came through the pipe is no message.
final class GarbageException extends IOException {
    private static final long serialVersionUID = 1;

    GarbageException(String what) {
        super(what);
    }

    GarbageException(String what, Throwable cause) {
        super(what, cause);
    }
}
