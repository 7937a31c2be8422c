package dev.unbraid.audio;

import java.io.IOException;
import java.io.Serializable;

/// The disk, or the user's share of it, or the memory is full. The message is a sentence for the command line; the window
/// words [#lack] itself.
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1;

    private final Lack lack;

    /// What there is too little of.
    public sealed interface Lack extends Serializable {
        /// Writing met the end of the disk.
        ///
        /// @param folder where
        record Full(String folder) implements Lack {}

        /// Known before the work.
        record Disk(String folder, long neededBytes, long freeBytes) implements Lack {}

        /// @param networks that work side by side
        record Memory(int networks, long neededBytes, long freeBytes) implements Lack {}
    }

    public NoRoomException(Lack lack, String sentence) {
        super(sentence);
        this.lack = lack;
    }

    public NoRoomException(Lack lack, String sentence, Throwable cause) {
        super(sentence, cause);
        this.lack = lack;
    }

    public Lack lack() {
        return lack;
    }
}
