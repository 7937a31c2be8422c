package dev.unbraid.separation;

import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// One stem as it comes together on its tape, stretch by stretch.
///
/// A stretch takes its passes one after the other, always in the same order, each as soon as all of its segments are
/// in: no frame's sum depends on which segment came first.
final class StemJoint {
    private static final int BLOCK = 1 << 14;

    private final StemTape tape;
    private final Coverage wanted;
    private final float base;
    private final List<Turn> turns;
    private final Coverage[] applied;
    private final OverlapAdd joint;
    private final float[][] sum;
    private final float[][] block;
    private Coverage drafted = Coverage.NONE;

    /// A pass over the stem.
    ///
    /// @param place of the stem among those that the outputs of the pass's network keep
    /// @param gain  what the pass's frames are multiplied by
    record Turn(SeparationPass pass, int place, float gain) {}

    /// Where a stem goes.
    ///
    /// @param range what of the track is wanted
    /// @param base  what the first pass adds: the track's mean
    record Target(StemTape tape, FrameRange range, float base) {}

    /// @param turns in the order of their addition
    StemJoint(Target target, List<Turn> turns, SegmentStore store, int channels) {
        tape = target.tape();
        wanted = Coverage.of(target.range());
        base = target.base();
        this.turns = List.copyOf(turns);
        applied = new Coverage[turns.size()];
        Arrays.fill(applied, Coverage.NONE);
        joint = new OverlapAdd(store, channels, BLOCK);
        sum = new float[channels][BLOCK];
        block = new float[channels][BLOCK];
    }

    /// A segment is in.
    void advance(SeparationPass pass, int index) throws IOException {
        int first = turnOf(pass);
        if (first < 0) {
            return;
        }
        for (int turn = first; turn < turns.size(); turn++) {
            Coverage before = turn == 0 ? wanted : applied[turn - 1];
            for (FrameRange range : turns.get(turn).pass().complete().and(before).minus(applied[turn]).ranges()) {
                apply(turn, range);
            }
        }
        if (turns.size() == 1) {
            draft(index);
        }
    }

    private int turnOf(SeparationPass pass) {
        for (int turn = 0; turn < turns.size(); turn++) {
            if (turns.get(turn).pass() == pass) {
                return turn;
            }
        }
        return -1;
    }

    private void apply(int turn, FrameRange range) throws IOException {
        Turn adding = turns.get(turn);
        for (long at = range.start(); at < range.end(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.end() - at);
            joint.join(adding.pass(), adding.place(), at, sum, count);
            if (turn == 0) {
                lay(count);
            } else {
                tape.read(at, block, 0, count);
            }
            addScaled(adding.gain(), count);
            tape.write(at, block, 0, count);
        }
        applied[turn] = applied[turn].with(range);
        if (turn == turns.size() - 1) {
            tape.settled(range);
        }
    }

    private void lay(int count) {
        for (float[] plane : block) {
            Arrays.fill(plane, 0, count, base);
        }
    }

    private void addScaled(float gain, int count) {
        for (int channel = 0; channel < block.length; channel++) {
            for (int i = 0; i < count; i++) {
                block[channel][i] += sum[channel][i] * gain;
            }
        }
    }

    /// Offers what a new segment says of the frames that a missing neighbour will change.
    private void draft(int index) throws IOException {
        Turn only = turns.getFirst();
        Coverage fresh = Coverage.of(only.pass().plan().segment(index).range())
                .and(wanted)
                .minus(applied[0])
                .minus(drafted);
        for (FrameRange range : fresh.ranges()) {
            for (long at = range.start(); at < range.end(); at += BLOCK) {
                int count = (int) Math.min(BLOCK, range.end() - at);
                joint.copy(only.pass(), only.place(), index, at, sum, count);
                lay(count);
                addScaled(only.gain(), count);
                tape.draft(at, block, 0, count);
            }
            drafted = drafted.with(range);
        }
    }

    /// Whether this stem will never ask for these frames of the pass again.
    boolean isThrough(SeparationPass pass, FrameRange range) {
        int turn = turnOf(pass);
        return turn < 0 || Coverage.of(range).and(wanted).minus(applied[turn]).ranges().isEmpty();
    }
}
