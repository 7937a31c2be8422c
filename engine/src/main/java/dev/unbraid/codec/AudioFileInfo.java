package dev.unbraid.codec;

import dev.unbraid.audio.AudioSpec;

import java.util.OptionalLong;

/// What a sound file is, before it has been read to its end.
///
/// @param container     name for users, such as `WAV` or `MPEG-4`
/// @param codec         name for users, such as `FLAC` or `MPEG-1 Layer III (MP3)`
/// @param frames        length as declared, in frames; empty where nothing is declared or the file cannot hold so many
/// @param bitsPerSample word length of the stored samples; 0 where the codec has none, as MP3
public record AudioFileInfo(
        String container, String codec, AudioSpec spec, OptionalLong frames, int bitsPerSample, Tags tags) {}
