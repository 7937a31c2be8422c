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

/// The mix and the computed stems of one job, on disk at the model's rate.
final class Tapes implements Closeable {
    private final PcmFile mix;
    private final Map<String, PcmFile> stems = new LinkedHashMap<>();

    Tapes(WorkFolder work, SeparateRequest request) throws IOException {
        int channels = request.bag().spec().channels();
        mix = PcmFile.create(work.file("mix.f32"), channels);
        try {
            for (String stem : request.computedStems()) {
                // Stems are named by the model's author: no part of a path.
                stems.put(stem, PcmFile.create(work.file("stem-%d.f32".formatted(stems.size())), channels));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    PcmFile mix() {
        return mix;
    }

    MixTape mixTape() {
        return new PcmTape(mix);
    }

    StemTape stem(String name) {
        return new PcmTape(Objects.requireNonNull(stems.get(name)));
    }

    Map<String, StemTape> stemTapes() {
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        stems.forEach((name, file) -> tapes.put(name, new PcmTape(file)));
        return tapes;
    }

    List<String> stemNames() {
        return List.copyOf(stems.keySet());
    }

    @Override
    public void close() throws IOException {
        for (PcmFile stem : stems.values()) {
            stem.close();
        }
        mix.close();
    }
}
