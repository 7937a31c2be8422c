package dev.unbraid.project;

import dev.unbraid.audio.AudioSpec;

/// Where a song came from.
///
/// @param path          of the file, absolute
/// @param format        for the user, such as `FLAC`
/// @param bitsPerSample 0 where the format has none
public record SongSource(String path, String format, AudioSpec spec, int bitsPerSample) {}
