package dev.unbraid.codec;

import java.io.IOException;
import java.nio.file.Path;

/// A file holds no sound that can be read. The message is a sentence for the command line and names the file; the window
/// words [#reason] itself.
public final class UnreadableAudioException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String file;
    private final String detail;

    /// Why, and its sentence: of the file, what it should be instead, and the detail.
    public enum Reason {
        FOLDER("%1$s is a folder. Name a sound file in it."),
        NO_FILE("%1$s is a device or a pipe, not a file. Write the sound to a file first."),
        NO_BYTES("%1$s is empty (0 bytes). Get the file again."),
        LINK_TO_NOTHING("%1$s is a link to a file that does not exist. Name the file itself."),
        LINK_TO_ITSELF("%1$s is a link that leads back to itself. Name the file itself."),
        NOT_THERE("%1$s does not exist. Check the name."),
        DENIED("%1$s may not be read by you. Change its permissions, or copy it to a folder of yours."),
        /// The detail is the system's.
        NOT_OPENED("%1$s cannot be opened (%3$s). Copy it to another folder or disk."),
        UNKNOWN_CODEC("%1$s holds sound in a codec that is unknown here, or protected against copying. Use %2$s."),
        WITHOUT_INDEX("%1$s is cut off or damaged: an MP4 file whose index (moov) is missing. Get the file again."),
        UNKNOWN("%1$s is not sound in a format that is known here, or is damaged. Use %2$s."),
        WITHOUT_SOUND("%1$s has no sound in it. Use %2$s."),
        NO_SAMPLES("%1$s lasts 0 samples. Get the file again."),
        NOTHING_DECODED("%1$s is damaged: none of its sound can be decoded. Get the file again."),
        /// The detail is where.
        INTERRUPTED("%1$s could not be read further than %3$s. Check the disk, then try again.");

        private static final String READABLE = "a WAV, AIFF, FLAC, MP3, Ogg, Opus, M4A or WMA file, or a video with sound";

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    UnreadableAudioException(Reason reason, Path file, String detail) {
        super(reason.sentence.formatted(file, Reason.READABLE, detail));
        this.reason = reason;
        this.file = file.toString();
        this.detail = detail;
    }

    UnreadableAudioException(Reason reason, Path file) {
        this(reason, file, "");
    }

    UnreadableAudioException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Reason reason() {
        return reason;
    }

    /// The file's path.
    public String file() {
        return file;
    }

    /// What the reason says that it is; empty for most.
    public String detail() {
        return detail;
    }
}
