package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.separation.MixTape;
import dev.unbraid.separation.StemTape;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Stems at the model's rate on their way elsewhere, by their names.
record StemFiles(Map<String, PcmFile> files) implements Closeable {
    static StemFiles create(WorkFolder work, List<String> stems, int channels) throws IOException {
        Map<String, PcmFile> files = new LinkedHashMap<>();
        StemFiles made = new StemFiles(files);
        try {
            for (String stem : stems) {
                // Stems are named by the model's author: no part of a path.
                files.put(stem, PcmFile.create(work.file("stem-%d.f32".formatted(files.size())), channels));
            }
            return made;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    Map<String, StemTape> tapes() {
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        files.forEach((stem, file) -> tapes.put(stem, new PcmTape(file)));
        return tapes;
    }

    MixTape of(String stem) {
        return new PcmTape(Objects.requireNonNull(files.get(stem)));
    }

    @Override
    public void close() throws IOException {
        for (PcmFile file : files.values()) {
            file.close();
        }
    }
}
