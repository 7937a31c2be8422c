package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Decibels;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.Damage;
import dev.unbraid.codec.Tags;
import dev.unbraid.dsp.LoudnessMeter;
import dev.unbraid.dsp.RunningStatistics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What one sound file is, after reading it to its end.
///
/// @param frames as counted, not as declared
record Inspection(Path file, AudioFileInfo about, long frames, Level level, List<String> warnings) {
    private static final int BLOCK = 8192;

    /// @param peakDb against full scale; minus infinity for silence
    /// @param rmsDb  over all channels, against full scale
    /// @param lufs   integrated loudness; empty for silence and for less than 400 ms
    record Level(double peakDb, double rmsDb, OptionalDouble lufs) {}

    static Inspection of(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            AudioSpec spec = reader.spec();
            RunningStatistics statistics = new RunningStatistics();
            LoudnessMeter loudness = new LoudnessMeter(spec);
            float[][] planes = new float[spec.channels()][BLOCK];
            long frames = 0;
            for (int count = reader.read(planes, 0, BLOCK); count >= 0; count = reader.read(planes, 0, BLOCK)) {
                for (float[] plane : planes) {
                    statistics.add(plane, 0, count);
                }
                loudness.add(planes, 0, count);
                frames += count;
            }
            Level level = new Level(
                    Decibels.ofAmplitude(statistics.peak()),
                    Decibels.ofAmplitude(statistics.rms()),
                    loudness.integratedLufs());
            return new Inspection(file, reader.info(), frames, level, reader.damage().stream().map(Damage::sentence).toList());
        }
    }

    double seconds() {
        return (double) frames / about.spec().sampleRate();
    }

    List<String> lines() {
        Table table = new Table(List.of(Table.Align.LEFT, Table.Align.LEFT))
                .row("File", file.toString())
                .row("Format", about.container() + ", " + about.codec() + bits())
                .row("Sample rate", about.spec().sampleRate() + " Hz")
                .row("Channels", Integer.toString(about.spec().channels()))
                .row("Length", "%s (%d frames)".formatted(length(), frames))
                .row("Peak", decibels(level.peakDb()) + " dBFS")
                .row("RMS", decibels(level.rmsDb()) + " dBFS")
                .row("Loudness", level.lufs().isPresent()
                        ? decibels(level.lufs().getAsDouble()) + " LUFS"
                        : "not defined: silent, or shorter than 0.4 s");
        Tags tags = about.tags();
        addTag(table, "Title", tags.title());
        addTag(table, "Artist", tags.artist());
        addTag(table, "Album", tags.album());
        addTag(table, "Date", tags.date());
        List<String> lines = new ArrayList<>(table.lines());
        warnings.forEach(warning -> lines.add("Warning: " + warning));
        return lines;
    }

    JsonObject event() {
        JsonObject event = JsonLines.event("inspection");
        event.addProperty("file", file.toString());
        event.addProperty("container", about.container());
        event.addProperty("codec", about.codec());
        event.addProperty("bitsPerSample", about.bitsPerSample());
        event.addProperty("sampleRate", about.spec().sampleRate());
        event.addProperty("channels", about.spec().channels());
        event.addProperty("frames", frames);
        event.addProperty("seconds", seconds());
        JsonLines.addNumber(event, "peakDbfs", level.peakDb());
        JsonLines.addNumber(event, "rmsDbfs", level.rmsDb());
        JsonLines.addNumber(event, "integratedLufs", level.lufs().orElse(Double.NaN));
        JsonArray sentences = new JsonArray();
        warnings.forEach(sentences::add);
        event.add("warnings", sentences);
        return event;
    }

    private String bits() {
        return about.bitsPerSample() > 0 ? ", %d bit".formatted(about.bitsPerSample()) : "";
    }

    private String length() {
        long millis = Math.round(seconds() * 1000);
        return String.format(Locale.ROOT, "%d:%02d:%02d.%03d",
                millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }

    private static String decibels(double value) {
        return Double.isInfinite(value) ? "-inf" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static void addTag(Table table, String name, Optional<String> value) {
        value.ifPresent(text -> table.row(name, text));
    }
}
