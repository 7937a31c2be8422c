package dev.unbraid.session;

import java.io.IOException;

/// A model could not be downloaded and put into place; what is there of it is kept for another try. The message is
/// what happened, and may speak of the command line.
public final class ModelInstallException extends IOException {
    private static final long serialVersionUID = 1;

    private final String model;

    public ModelInstallException(String model, Exception cause) {
        super(cause.getMessage(), cause);
        this.model = model;
    }

    public String model() {
        return model;
    }
}
