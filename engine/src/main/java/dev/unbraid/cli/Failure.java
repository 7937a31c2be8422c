package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.session.OutputRefusedException;
import dev.unbraid.session.RecipeRefusedException;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// A failure as the user meets it: a sentence and an exit code. The one switch over exception types.
record Failure(ExitCode code, String sentence) {
    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case UsageException e -> new Failure(ExitCode.USAGE, message(e));
            case ParameterException e -> new Failure(ExitCode.USAGE, message(e));
            case InputException e -> new Failure(ExitCode.UNREADABLE, message(e));
            case UnreadableAudioException e -> new Failure(ExitCode.UNREADABLE, message(e));
            case RecipeRefusedException e -> new Failure(ExitCode.USAGE, message(e));
            case OutputRefusedException e -> new Failure(ExitCode.USAGE, message(e));
            case BrokenOutputException e -> new Failure(ExitCode.MODEL, message(e));
            case ModelUnavailableException e -> new Failure(unavailable(e), message(e));
            case CheckpointException e -> new Failure(ExitCode.MODEL, message(e));
            case DeviceUnavailableException e -> new Failure(ExitCode.DEVICE, message(e));
            case DeviceMemoryException e -> new Failure(ExitCode.NO_ROOM, message(e));
            case NetworkLostException e -> lost(e);
            case IOException e -> new Failure(ExitCode.NO_ROOM, written(e));
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

    private static Failure lost(NetworkLostException e) {
        return switch (e.loss()) {
            case KILLED, DEVICE_MEMORY -> new Failure(ExitCode.NO_ROOM, message(e));
            case SILENT -> new Failure(ExitCode.DEVICE, message(e));
            case CRASHED, NOT_STARTED -> new Failure(
                    ExitCode.FAULT, e.getCause() == null ? message(e) : message(e) + "\n" + message(e.getCause()));
        };
    }

    private static ExitCode unavailable(ModelUnavailableException e) {
        return switch (e.getCause()) {
            case DeviceMemoryException _ -> ExitCode.NO_ROOM;
            case DeviceUnavailableException _ -> ExitCode.DEVICE;
            case IOException _ -> ExitCode.NO_ROOM;
            case null, default -> ExitCode.MODEL;
        };
    }

    private static String written(IOException e) {
        return switch (e) {
            case AccessDeniedException denied ->
                "%s: access is denied; choose another place or change its permissions.".formatted(denied.getFile());
            case FileSystemException failed when failed.getReason() != null ->
                "%s: %s.".formatted(failed.getFile(), failed.getReason());
            default -> message(e);
        };
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
