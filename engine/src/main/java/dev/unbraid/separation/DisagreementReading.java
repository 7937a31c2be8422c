package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Goes along a track and measures how much its passes differ, a few seconds at a time.
final class DisagreementReading {
    private static final int COLUMNS = 64;

    private final PassReader reader;
    private final int passes;
    private final AudioSpec spec;

    DisagreementReading(PassReader reader, int passes, AudioSpec spec) {
        this.reader = reader;
        this.passes = passes;
        this.spec = spec;
    }

    /// @param frames of the track
    /// @return empty where something is missing, or when it was cancelled
    Optional<Disagreement> of(long frames, BooleanSupplier cancelled) throws IOException {
        if (!reader.isThere()) {
            return Optional.empty();
        }
        PassSpread spread = new PassSpread(spec.sampleRate());
        int columns = Disagreement.columns(frames);
        byte[] levels = new byte[columns * Disagreement.BANDS];
        int most = (COLUMNS - 1) * Disagreement.HOP + Disagreement.WINDOW;
        float[][][] planes = new float[passes][spec.channels()][most];
        for (int first = 0; first < columns; first += COLUMNS) {
            if (cancelled.getAsBoolean()) {
                return Optional.empty();
            }
            try {
                reader.read((long) first * Disagreement.HOP - Disagreement.WINDOW / 2, planes, most);
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
            for (int column = first; column < Math.min(first + COLUMNS, columns); column++) {
                spread.measure(planes, (column - first) * Disagreement.HOP, levels, column * Disagreement.BANDS);
            }
        }
        return Optional.of(new Disagreement(passes, spec.sampleRate(), frames, levels));
    }
}
