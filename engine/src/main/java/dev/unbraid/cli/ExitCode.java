package dev.unbraid.cli;

import java.util.Collection;

/// What the shell is told at the end; from mildest to worst, in the order of the constants.
///
/// The order says how much of the work a failure dooms: one file, every file of this model, this device, this machine.
public enum ExitCode {
    DONE(0),
    USAGE(2),
    UNREADABLE(3),
    MODEL(4),
    DEVICE(6),
    NO_ROOM(5),
    FAULT(1),
    CANCELLED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /// Whether what failed may work another time without anybody's help.
    boolean mayPass() {
        return switch (this) {
            case DEVICE, NO_ROOM, FAULT -> true;
            case DONE, USAGE, UNREADABLE, MODEL, CANCELLED -> false;
        };
    }

    /// The worst of several outcomes; done when there is none.
    static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream().max(ExitCode::compareTo).orElse(DONE);
    }
}
