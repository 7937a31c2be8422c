package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.FloatWave;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.MixTape;
import dev.unbraid.separation.StemTape;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/// The mix and the computed stems of one job, on disk at the model's rate. A tape that becomes a file lies behind that file's header.
final class Tapes implements Closeable {
    private static final int BLOCK = 1 << 14;

    private final PcmFile mix;
    private final Map<String, PcmFile> stems = new LinkedHashMap<>();
    /// Where those lie that become files.
    private final Map<String, Path> files = new HashMap<>();

    Tapes(WorkFolder work, OutputPlan plan) throws IOException {
        mix = PcmFile.create(work.file("mix.f32"), plan.request().bag().spec().channels());
        try {
            for (String stem : plan.request().computedStems()) {
                stems.put(stem, stem(stem, work, plan));
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private PcmFile stem(String stem, WorkFolder work, OutputPlan plan) throws IOException {
        // Stems are named by the model's author: no part of a path.
        Path file = work.file("stem-%d.f32".formatted(stems.size()));
        AudioSpec spec = plan.request().bag().spec();
        if (!plan.isTape(stem)) {
            return PcmFile.create(file, spec.channels());
        }
        files.put(stem, file);
        return PcmFile.behind(file, FloatWave.begin(file, spec, plan.source().tags()), spec.channels());
    }

    /// The file that a tape becomes, which lacks nothing but its length in its header.
    Optional<Path> file(String stem) {
        return Optional.ofNullable(files.get(stem));
    }

    boolean haveFiles() {
        return !files.isEmpty();
    }

    /// The files may move: nobody reads these tapes any more.
    void letFilesGo() throws IOException {
        for (String stem : files.keySet()) {
            Objects.requireNonNull(stems.get(stem)).close();
        }
    }

    /// Puts stems that add up to the mix in place of those that are there.
    ///
    /// @return how many samples could not be met to the last bit; empty when somebody asked to stop
    OptionalLong lock(SumLock how, WorkFolder work, BooleanSupplier cancelled) throws IOException {
        int channels = mix.channels();
        OptionalInt into = how instanceof SumLock.Fold(String stem)
                ? OptionalInt.of(stemNames().indexOf(stem)) : OptionalInt.empty();
        ClosedStems closed = new ClosedStems(
                mixTape(), stems.values().stream().<MixTape>map(PcmTape::new).toList(), into, channels);
        List<PcmFile> before = List.copyOf(stems.values());
        Map<String, PcmFile> locked = new LinkedHashMap<>();
        try {
            for (String stem : stems.keySet()) {
                locked.put(stem, PcmFile.create(work.file("locked-%d.f32".formatted(locked.size())), channels));
            }
            List<PcmFile> files = List.copyOf(locked.values());
            float[][][] planes = new float[files.size()][channels][BLOCK];
            for (long at = 0; at < mix.frames(); at += BLOCK) {
                if (cancelled.getAsBoolean()) {
                    return OptionalLong.empty();
                }
                int count = (int) Math.min(BLOCK, mix.frames() - at);
                closed.read(at, planes, count);
                for (int i = 0; i < planes.length; i++) {
                    files.get(i).write(at, planes[i], 0, count);
                }
            }
            stems.putAll(locked);
            locked.clear();
            closeAll(before);
            return OptionalLong.of(closed.misses());
        } finally {
            closeAll(locked.values());
        }
    }

    private static void closeAll(Collection<PcmFile> files) throws IOException {
        for (PcmFile file : files) {
            file.close();
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
        closeAll(stems.values());
        mix.close();
    }
}
