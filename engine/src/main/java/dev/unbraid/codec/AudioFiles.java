package dev.unbraid.codec;

import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.nio.file.Path;

/// The door to sound files.
public final class AudioFiles {
    private AudioFiles() {}

    /// Opens the sound of a file: of several streams the one marked as default, else the first.
    ///
    /// What a file is, is told by its content; its name does not matter.
    ///
    /// @throws UnreadableAudioException if there is no sound in it that can be read
    public static AudioReader open(Path file) throws UnreadableAudioException {
        return AudioReader.open(file);
    }

    /// Begins a file, writing over what has that name. The name's ending does not matter.
    ///
    /// @throws dev.unbraid.audio.NoRoomException if the disk is full
    /// @throws IOException if the file cannot be made; the message is a sentence for the user
    public static AudioWriter create(Path file, OutputFormat format, AudioSpec spec, Tags tags) throws IOException {
        return AudioWriter.create(file, format, spec, tags);
    }
}
