package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_get;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tags under the native library's names, which are alike for every container.
final class Metadata {
    private Metadata() {}

    /// @param container where most formats keep them
    /// @param stream    where Ogg keeps them
    static Tags read(@Nullable AVDictionary container, @Nullable AVDictionary stream) {
        return new Tags(
                either("title", container, stream),
                either("artist", container, stream),
                either("album", container, stream),
                either("date", container, stream));
    }

    static Optional<String> either(String key, @Nullable AVDictionary first, @Nullable AVDictionary second) {
        return value(key, first).or(() -> value(key, second));
    }

    private static Optional<String> value(String key, @Nullable AVDictionary dictionary) {
        AVDictionaryEntry entry = av_dict_get(dictionary, key, null, 0);
        if (entry == null) {
            return Optional.empty();
        }
        return Optional.of(entry.value().getString(StandardCharsets.UTF_8).strip()).filter(text -> !text.isEmpty());
    }

    /// @return a new dictionary that the caller frees
    static AVDictionary of(Tags tags) {
        AVDictionary dictionary = new AVDictionary(null);
        put(dictionary, "title", tags.title());
        put(dictionary, "artist", tags.artist());
        put(dictionary, "album", tags.album());
        put(dictionary, "date", tags.date());
        return dictionary;
    }

    private static void put(AVDictionary dictionary, String key, Optional<String> text) {
        text.ifPresent(it -> {
            try (BytePointer name = Ffmpeg.utf8(key); BytePointer value = Ffmpeg.utf8(it)) {
                av_dict_set(dictionary, name, value, 0);
            }
        });
    }
}
