package dev.unbraid.cli;

import picocli.CommandLine.ParameterException;

import java.io.PrintWriter;
import java.io.StringWriter;

/// A failure as the user meets it: a sentence and an exit code. The one switch over exception types.
record Failure(ExitCode code, String sentence) {
    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case UsageException e -> new Failure(ExitCode.USAGE, message(e));
            case ParameterException e -> new Failure(ExitCode.USAGE, message(e));
            case OutOfMemoryError e ->
                new Failure(ExitCode.NO_ROOM, "Memory ran out (%s); close other programs and try again."
                        .formatted(message(e)));
            default -> fault(thrown);
        };
    }

    private static Failure fault(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return new Failure(ExitCode.FAULT, "Unbraid is at fault here; please report this: " + trace.toString().strip());
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
