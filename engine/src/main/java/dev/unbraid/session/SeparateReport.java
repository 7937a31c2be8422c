package dev.unbraid.session;

import dev.unbraid.project.SumLock;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/// What a finished separation did, enough to do it again.
///
/// @param stems      the files, in the order they were asked for
/// @param papers     what lies beside them
/// @param recipe     what they were made from and with
/// @param residualDb energy of the mix minus all stems, against the mix; only known when all stems were written
/// @param reusedSegments how many segments an earlier run had finished
/// @param seconds    how long it took
/// @param warnings   what was not quite as it should be
public record SeparateReport(
        List<StemFile> stems, List<Path> papers, Recipe recipe, OptionalDouble residualDb, int reusedSegments, double seconds, List<Remark> warnings) {
    /// @param peakDb against full scale, after the gain; minus infinity for silence
    /// @param gain   what the stem was multiplied by
    public record StemFile(String stem, Path path, Length length, double peakDb, double gain) {}

    public record Length(long frames, int sampleRate) {}

    /// @param offsets for each network of the model the frames that its runs were shifted by
    /// @param sumLock how the stems were made to add up
    public record Recipe(
            String inputSha256, String model, long seed, List<List<Integer>> offsets, SumLock sumLock) {}
}
