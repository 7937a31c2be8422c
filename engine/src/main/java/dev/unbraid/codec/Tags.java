package dev.unbraid.codec;

import java.util.Optional;

/// What a file says of itself, as its author wrote it. The date is free text, mostly `2024` or `2024-05-31`.
public record Tags(Optional<String> title, Optional<String> artist, Optional<String> album, Optional<String> date) {
    public static final Tags NONE = new Tags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
