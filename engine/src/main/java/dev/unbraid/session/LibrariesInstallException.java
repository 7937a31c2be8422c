package dev.unbraid.session;

import java.io.IOException;

/// What a device needs could not be downloaded and put into place; what is there of it is kept for another try. The message
/// is what happened, and may speak of the command line.
public final class LibrariesInstallException extends IOException {
    private static final long serialVersionUID = 1;

    public LibrariesInstallException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
