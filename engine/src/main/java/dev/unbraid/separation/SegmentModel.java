package dev.unbraid.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A network that takes one segment of fixed length apart. Owned and called by one thread at a time.
public interface SegmentModel extends AutoCloseable {
    /// What it separates, in the order of its output.
    List<String> stems();

    /// The only sample rate it understands, in hertz.
    int sampleRate();

    int channels();

    /// The one length it takes, in frames.
    int segmentFrames();

    /// Takes one segment apart.
    ///
    /// @param mix `[channels, segmentFrames]` planar, normalised by the caller, zeros where the track has ended; borrowed
    /// @return    `[stems, channels, segmentFrames]` planar, at the scale of `mix`; the caller's to keep
    float[] separate(float[] mix);

    /// As [#separate], but may be given up: a listener who jumps should not wait for a place that he has left.
    ///
    /// @param calledOff asked some times a second while the network works, on any thread; returns at once
    /// @return empty if it was called off before it was done
    default Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return Optional.of(separate(mix));
    }

    /// How many segments it is best given at once now; it may change with every call.
    default int batch() {
        return 1;
    }

    /// As above for several segments, which a GPU takes side by side.
    ///
    /// @param mixes any number of them
    /// @return in the same order; empty if it was called off before all were done
    default Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
        List<float[]> stems = new ArrayList<>();
        for (float[] mix : mixes) {
            Optional<float[]> made = separateUnless(mix, calledOff);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            stems.add(made.get());
        }
        return Optional.of(stems);
    }

    /// What went wrong so far and was made good.
    default List<Mishap> mishaps() {
        return List.of();
    }

    /// Whether it still runs on what it was asked to run on. On anything else its answers may have other bits.
    default boolean runsAsAsked() {
        return true;
    }

    /// Frees the network's memory.
    @Override
    void close();
}
