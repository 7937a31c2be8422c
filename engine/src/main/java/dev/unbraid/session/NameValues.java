package dev.unbraid.session;

import dev.unbraid.codec.Tags;

import java.nio.file.Path;

/// What a [NameTemplate] is filled with.
///
/// @param track the input's name without its ending
record NameValues(String track, String stem, String extension, String model, Tags tags) {
    static String trackOf(Path input) {
        String name = String.valueOf(input.toAbsolutePath().normalize().getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    String of(NameTemplate.Placeholder placeholder) {
        return switch (placeholder) {
            case TRACK -> track;
            case STEM -> stem;
            case EXT -> extension;
            case MODEL -> model;
            case ARTIST -> tags.artist().orElse("unknown artist");
            case TITLE -> tags.title().orElse(track);
            case ALBUM -> tags.album().orElse("unknown album");
            case DATE -> tags.date().orElse("unknown date");
        };
    }
}
