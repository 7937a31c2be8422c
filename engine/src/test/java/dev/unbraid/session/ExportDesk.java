package dev.unbraid.session;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AssetWriter;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Documents;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SongSource;
import dev.unbraid.project.StemSum;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A separated song of noise with its sounds, for exporting and saving.
final class ExportDesk {
    static final int RATE = 44_100;
    static final int FRAMES = 30_000;
    static final LaneId DRUMS = new LaneId("a-drums");
    static final LaneId VOCALS = new LaneId("a-vocals");
    static final JobControl PATIENT = new JobControl() {
        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double done, double total) {}
    };

    final Path out;
    final AssetStore store;
    private final Project project;

    /// @param level of each stem; the mix is their sum
    ExportDesk(Path folder, float level) throws IOException {
        out = folder.resolve("out");
        store = new AssetStore(folder.resolve("assets"));
        Tags tags = new Tags(Optional.of("old title"), Optional.of("Ärtist"), Optional.empty(), Optional.of("1999"));
        Path file = Desk.wav(folder.resolve("My söng.wav"), RATE, Desk.noise(2, 100, level), tags);
        Song bare = Documents.separated("a");
        List<Lane> stems = new ArrayList<>();
        for (Lane lane : bare.stems()) {
            stems.add(with(lane, noise(stems.size(), level)));
        }
        Song song = new Song(
                bare.id(), "Title", new SongSource(file.toString(), "WAV", new AudioSpec(RATE, 2), 32),
                with(bare.mix(), sum(level)), stems, bare.recipe(), StemSum.OPEN, false);
        project = Documents.of(song);
    }

    static float[][] noise(int stem, float level) {
        float[][] planes = Desk.noise(2, FRAMES, level);
        for (float[] plane : planes) {
            for (int i = 0; i < FRAMES; i++) {
                plane[i] *= stem % 2 == 0 ? 1 : -0.5f;
            }
        }
        return planes;
    }

    private static float[][] sum(float level) {
        float[][] sum = new float[2][FRAMES];
        for (int stem = 0; stem < 4; stem++) {
            add(sum, noise(stem, level));
        }
        return sum;
    }

    static void add(float[][] sum, float[][] planes) {
        for (int channel = 0; channel < sum.length; channel++) {
            for (int i = 0; i < FRAMES; i++) {
                sum[channel][i] += planes[channel][i];
            }
        }
    }

    private Lane with(Lane lane, float[][] planes) throws IOException {
        try (AssetWriter writer = store.create(new AudioSpec(RATE, planes.length), FRAMES)) {
            writer.write(0, planes, 0, FRAMES);
            writer.finish();
            return new Lane(lane.id(), lane.name(), lane.stem(), writer.asset().id(), lane.strip(), lane.look());
        }
    }

    Project project() {
        return project;
    }

    ExportWish wish(OutputFormat format, ExportWish.Output... outputs) {
        return new ExportWish(
                new SongId("a"), List.of(outputs), Optional.empty(),
                new ExportWish.Place(out, NameTemplate.DEFAULT.pattern(), OutputPlace.Existing.REFUSE),
                new ExportWish.Sound(format, 0, true));
    }

    static ExportWish with(ExportWish wish, FrameRange range) {
        return new ExportWish(wish.song(), wish.outputs(), Optional.of(range), wish.place(), wish.sound());
    }

    static ExportWish with(ExportWish wish, ExportWish.Place place) {
        return new ExportWish(wish.song(), wish.outputs(), wish.range(), place, wish.sound());
    }

    static ExportWish with(ExportWish wish, OutputPlace.Existing existing) {
        return with(wish, new ExportWish.Place(wish.place().folder(), wish.place().nameTemplate(), existing));
    }

    static ExportWish with(ExportWish wish, ExportWish.Sound sound) {
        return new ExportWish(wish.song(), wish.outputs(), wish.range(), wish.place(), sound);
    }

    List<Path> export(ExportWish wish, Project document) throws IOException {
        return new ExportJob(wish, document, store::find).run(PATIENT).orElseThrow();
    }

    List<Path> export(ExportWish wish) throws IOException {
        return export(wish, project);
    }
}
