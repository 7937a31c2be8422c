package dev.unbraid.app.problems;

import dev.unbraid.app.controls.NoFileBrowserException;
import dev.unbraid.audio.NoMemoryException;
import dev.unbraid.audio.NoRoomException;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.codec.UnwritableAudioException;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.session.FolderInUseException;
import dev.unbraid.session.LibrariesInstallException;
import dev.unbraid.session.ModelFileException;
import dev.unbraid.session.ModelInstallException;
import dev.unbraid.session.OutputRefusedException;
import dev.unbraid.ui.Messages;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Something that went wrong, as the user meets it.
///
/// @param sentence what, where, and what to do
/// @param details  for whoever mends it; empty where the sentence says all
/// @param severity whose business it is
public record Problem(String sentence, String details, Severity severity) {
    /// Whether the program is at fault, or the world.
    public enum Severity { NOTE, FAILURE, FAULT }

    /// The one switch over exception types.
    ///
    /// @param messages of `problems`
    public static Problem of(Throwable thrown, Messages messages) {
        Words words = new Words(messages);
        return switch (thrown) {
            case UnreadableAudioException e -> failure(words.unreadable(e), e);
            case ProjectFileException e -> failure(words.project(e), e);
            case UnwritableAudioException e -> failure(messages.text("unwritable", e.file()), e);
            case OutputRefusedException e -> failure(words.refused(e), e);
            case NoFileBrowserException e -> failure(messages.text("no-file-browser", e.folder()), e);
            case FolderInUseException e -> failure(messages.text("in-use"), e);
            case NoRoomException e -> failure(words.noRoom(e), e);
            case ModelUnavailableException e -> failure(words.unavailable(e), e);
            case BrokenOutputException e -> failure(messages.text("broken"), e);
            case ModelInstallException e -> failure(messages.text("install", e.model()), e);
            case LibrariesInstallException e -> failure(messages.text("install.libraries"), e);
            case ModelFileException e -> failure(messages.text("model.file", e.name()), e);
            case NoMemoryException e -> failure(messages.text("device.memory"), e);
            case NetworkLostException e -> failure(words.lost(e), e);
            case AccessDeniedException e -> failure(messages.text("denied", e.getFile()), e);
            case NoSuchFileException e -> failure(messages.text("gone", e.getFile()), e);
            case FileSystemException e when e.getReason() != null ->
                failure(messages.text("file", e.getFile(), e.getReason()), e);
            case IOException e -> failure(messages.text("disk", said(e)), e);
            case OutOfMemoryError e -> failure(messages.text("memory"), e);
            case CompletionException e -> wrapped(e, messages);
            case ExecutionException e -> wrapped(e, messages);
            case UncheckedIOException e -> wrapped(e, messages);
            default -> fault(thrown, messages);
        };
    }

    private static Problem wrapped(Exception wrapper, Messages messages) {
        return Optional.ofNullable(wrapper.getCause())
                .map(cause -> of(cause, messages))
                .orElseGet(() -> fault(wrapper, messages));
    }

    private static Problem fault(Throwable thrown, Messages messages) {
        return new Problem(messages.text("fault"), trace(thrown), Severity.FAULT);
    }

    /// Something the user should know, and nobody's fault.
    public static Problem note(String sentence) {
        return new Problem(sentence, "", Severity.NOTE);
    }

    private static Problem failure(String sentence, Throwable thrown) {
        return new Problem(sentence, trace(thrown), Severity.FAILURE);
    }

    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString().strip();
    }
}
