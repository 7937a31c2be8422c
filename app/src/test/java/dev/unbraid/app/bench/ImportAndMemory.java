package dev.unbraid.app.bench;

import dev.unbraid.app.RealWindow;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioWriter;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.session.Job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// In the real window: how long the import of a song takes until its waveform is complete, and how much of the heap is in
/// use with an hour's song open and its spectrogram seen: `FOLDER`. Prints rows of Markdown.
final class ImportAndMemory {
    private static final int RATE = 44_100;
    private static final int COUNTED = 4;
    private static final double MEGABYTE = 1e6;

    private final RealWindow real;
    private final Path folder;

    private ImportAndMemory(RealWindow real, Path folder) {
        this.real = real;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        RealWindow.during(real -> {
            ImportAndMemory bench = new ImportAndMemory(real, Path.of(args[0]));
            bench.imports();
            bench.memory();
        });
    }

    private void imports() throws Exception {
        Path song = write("song.mp3", "mp3-320", 5);
        Row.print("first import of a 5-minute MP3", "s", List.of(open(song)));
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < COUNTED; i++) {
            seconds.add(open(song));
        }
        Row.print("import of a 5-minute MP3, warm", "s", seconds);
    }

    /// @return seconds until the sound is read and its waveform complete
    private double open(Path song) throws Exception {
        RealWindow.run(() -> real.desk().session().session().startAfresh());
        long begun = System.nanoTime();
        Job job = RealWindow.ask(() -> real.desk().session().session().open(song));
        RealWindow.await(job);
        return (System.nanoTime() - begun) / 1e9;
    }

    private void memory() throws Exception {
        Path hour = write("hour.wav", "wav-16", 60);
        double seconds = open(hour);
        Row.print("import of a 60-minute WAV", "s", List.of(seconds));
        List<Double> heap = new ArrayList<>();
        heap.add(used());
        RealWindow.run(() -> {
            Lane mix = real.desk().session().activeSong().orElseThrow().mix();
            real.desk().session().session().amend(new Edit.SetLook(mix.id(), mix.look().withView(LaneView.SPECTROGRAM).withHeightPx(600)));
        });
        for (int i = 0; i < 8; i++) {
            real.settle();
            heap.add(used());
            real.command("zoom-in");
            real.command("zoom-in");
        }
        Row.print("heap with it open, its spectrogram at 9 zooms", "MB", heap);
    }

    private static double used() {
        Runtime machine = Runtime.getRuntime();
        System.gc();
        return (machine.totalMemory() - machine.freeMemory()) / MEGABYTE;
    }

    /// Notes that fade, with noise at their start.
    private Path write(String name, String format, int minutes) throws IOException {
        Path file = folder.resolve(name);
        Random random = new Random(1);
        float[][] second = new float[2][RATE];
        try (AudioWriter writer = AudioFiles.create(
                file, OutputFormat.named(format).orElseThrow(), new AudioSpec(RATE, 2), Tags.NONE)) {
            for (int at = 0; at < minutes * 60; at++) {
                double turn = 2 * Math.PI * (60 + random.nextInt(900)) / RATE;
                for (int i = 0; i < RATE; i++) {
                    double fade = Math.exp(-3.0 * i / RATE);
                    second[0][i] = (float) (fade * (0.3 * Math.sin(turn * i) + 0.2 * Math.sin(2 * turn * i)
                            + 0.1 * random.nextFloat() * fade));
                    second[1][i] = 0.8f * second[0][i];
                }
                writer.write(second, 0, RATE);
            }
        }
        return file;
    }
}
