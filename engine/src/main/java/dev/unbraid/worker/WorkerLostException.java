package dev.unbraid.worker;

import dev.unbraid.separation.Loss;

/// A worker cannot go on; another could. The message is for whoever mends it.
final class WorkerLostException extends Exception {
    private static final long serialVersionUID = 1;

    private final Loss loss;

    WorkerLostException(Loss loss, String details) {
        super(details);
        this.loss = loss;
    }

    WorkerLostException(Loss loss, String details, Throwable cause) {
        super(details, cause);
        this.loss = loss;
    }

    Loss loss() {
        return loss;
    }
}
