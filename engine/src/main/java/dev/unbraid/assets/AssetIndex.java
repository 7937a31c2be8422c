package dev.unbraid.assets;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// What a sound's file holds, beside it as text, so that the sound can be opened again after a crash.
///
/// @param frames how long it is, or was expected to become
record AssetIndex(AudioSpec spec, long frames, boolean complete, Coverage coverage) {
    private static final String FIRST_LINE = "unbraid-sound 1";

    static Path beside(Path file) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".index");
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                FIRST_LINE,
                "rate %d".formatted(spec.sampleRate()),
                "channels %d".formatted(spec.channels()),
                "frames %d".formatted(frames),
                "complete %s".formatted(complete)));
        coverage.ranges().forEach(range -> lines.add("range %d %d".formatted(range.start(), range.end())));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// @throws IOException if it is missing or damaged
    static AssetIndex read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        try {
            if (!lines.getFirst().equals(FIRST_LINE)) {
                throw new IOException(file + " is no index of a sound");
            }
            Coverage coverage = Coverage.NONE;
            for (String line : lines.subList(5, lines.size())) {
                String[] words = line.split(" ");
                coverage = coverage.with(new FrameRange(Long.parseLong(words[1]), Long.parseLong(words[2])));
            }
            return new AssetIndex(
                    new AudioSpec(Integer.parseInt(value(lines, 1)), Integer.parseInt(value(lines, 2))),
                    Long.parseLong(value(lines, 3)), Boolean.parseBoolean(value(lines, 4)), coverage);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    private static String value(List<String> lines, int line) {
        return lines.get(line).substring(lines.get(line).indexOf(' ') + 1);
    }
}
