package dev.unbraid.cli;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.dsp.SeparationScore;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;

/// How near one stem came to the true one, in dB; empty where the true one is silent.
record Score(String stem, OptionalDouble sdr, OptionalDouble siSdr, Seconds seconds) {
    private static final int BLOCK = 8192;

    /// One value for each full second.
    record Seconds(List<OptionalDouble> sdr, List<OptionalDouble> siSdr) {}

    static Score of(ScorePairs.Pair pair) throws IOException, InputException {
        try (AudioReader estimate = AudioFiles.open(pair.estimate());
                AudioReader reference = AudioFiles.open(pair.reference())) {
            if (!estimate.spec().equals(reference.spec())) {
                throw new InputException(("%s has %d Hz and %d channels, %s has %d Hz and %d channels; "
                                + "only stems of one sample rate and channel count can be compared.")
                        .formatted(
                                pair.estimate(), estimate.spec().sampleRate(), estimate.spec().channels(),
                                pair.reference(), reference.spec().sampleRate(), reference.spec().channels()));
            }
            SeparationScore score = compare(pair, estimate, reference);
            return new Score(
                    pair.stem(), score.sdr(), score.siSdr(), new Seconds(score.sdrPerSecond(), score.siSdrPerSecond()));
        }
    }

    private static SeparationScore compare(ScorePairs.Pair pair, AudioReader estimate, AudioReader reference)
            throws IOException, InputException {
        SeparationScore score = new SeparationScore(reference.spec().sampleRate());
        float[][] ours = new float[reference.spec().channels()][BLOCK];
        float[][] theirs = new float[reference.spec().channels()][BLOCK];
        long frames = 0;
        while (true) {
            int mine = fill(estimate, ours);
            int wanted = fill(reference, theirs);
            if (mine != wanted) {
                throw new InputException(
                        "%s has %d frames, %s has %d; only stems of one length can be compared. Cut the longer one first."
                                .formatted(
                                        pair.estimate(), frames + mine + rest(estimate, ours, mine),
                                        pair.reference(), frames + wanted + rest(reference, theirs, wanted)));
            }
            if (mine == 0) {
                return score;
            }
            score.add(theirs, ours, 0, mine);
            frames += mine;
        }
    }

    private static int fill(AudioSource source, float[][] planes) throws IOException {
        int filled = 0;
        while (filled < BLOCK) {
            int count = source.read(planes, filled, BLOCK - filled);
            if (count < 0) {
                break;
            }
            filled += count;
        }
        return filled;
    }

    /// Frames after a block; there are none after one that was not full.
    private static long rest(AudioSource source, float[][] planes, int lastBlock) throws IOException {
        long frames = 0;
        for (int count = lastBlock; count == BLOCK; frames += count) {
            count = fill(source, planes);
        }
        return frames;
    }
}
