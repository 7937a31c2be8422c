package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Takes a whole track apart: every needed network, every shift, every segment, in the order that its listener wants.
///
/// Works through one mix, on the thread that calls [#run] and one that runs the networks. What comes out has the same bytes in any order, and whether
/// a segment was computed or found in the store.
public final class SeparationRun {
    private final ModelBag bag;
    private final SeparationSettings settings;
    private final ShiftOffsets shifts;
    private final MixTape mix;
    private final MixLevel level;

    public SeparationRun(
            ModelBag bag, SeparationSettings settings, ShiftOffsets shifts, MixTape mix, MixLevel level) {
        if (shifts.ofMember().size() != bag.members().size()) {
            throw new IllegalArgumentException("shifts of %d networks for %d"
                    .formatted(shifts.ofMember().size(), bag.members().size()));
        }
        this.bag = bag;
        this.settings = settings;
        this.shifts = shifts;
        this.mix = mix;
        this.level = level;
    }

    /// @param tapes   an empty tape for every wanted stem; the other stems are not computed further than they must be
    /// @param store   of this mix and these networks; asked before a segment is computed, told of it after
    /// @param control asked before each segment, told after each
    public SeparationOutcome run(Map<String, StemTape> tapes, SegmentStore store, RunControl control)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        return run(new FrameRange(0, mix.frames()), tapes, store, control);
    }

    /// As above for a part of the track: those segments that answer for any of it, cut as for the whole, so that the
    /// frames of the part are the same bytes. No other frame is written.
    ///
    /// @param part not empty, within the track
    public SeparationOutcome run(
            FrameRange part, Map<String, StemTape> tapes, SegmentStore store, RunControl control)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        if (part.length() == 0 || part.start() < 0 || part.end() > mix.frames()) {
            throw new IllegalArgumentException("%s of %d frames".formatted(part, mix.frames()));
        }
        List<SeparationPass> passes = passes(tapes.keySet(), part);
        for (SeparationPass pass : passes) {
            pass.expect(store.startFrames(pass.member()));
        }
        Assembly assembly = new Assembly(passes, joints(new Wanted(part, tapes), passes, store), store);
        try (SegmentRunner runner = new SegmentRunner(bag, new SegmentReader(mix, level, bag.spec().channels()))) {
            return new SegmentPipeline(bag, passes, assembly, store, control).run(runner);
        }
    }

    /// How much the shifted passes of a run that has finished disagree about a stem, from what the store still has of it.
    /// Reads all of that once and runs no network; holds a few seconds of the track at a time, and the answer.
    ///
    /// @param cancelled asked every few seconds of the track
    /// @return empty with less than two passes, where the store let something go, and when it was cancelled
    public Optional<Disagreement> disagreement(String stem, SegmentStore store, BooleanSupplier cancelled)
            throws IOException {
        List<StemJoint.Turn> turns = turns(stem, passes(Set.of(stem), new FrameRange(0, mix.frames())));
        int times = settings.shifts();
        if (times < 2 || turns.isEmpty()) {
            return Optional.empty();
        }
        List<List<StemJoint.Turn>> passes = IntStream.range(0, times)
                .mapToObj(pass -> IntStream.range(0, turns.size())
                        .filter(it -> it % times == pass)
                        .mapToObj(turns::get)
                        .map(it -> new StemJoint.Turn(it.pass(), it.place(), it.gain() * times))
                        .toList())
                .toList();
        PassReader reader = new PassReader(passes, store, bag.spec().channels(), mix.frames());
        return new DisagreementReading(reader, times, bag.spec()).of(mix.frames(), cancelled);
    }

    private record Wanted(FrameRange part, Map<String, StemTape> tapes) {}

    /// In the order in which they are added up.
    private List<SeparationPass> passes(Set<String> wanted, FrameRange part) {
        List<SeparationPass> passes = new ArrayList<>();
        for (int member : bag.needed(wanted)) {
            int lanes = bag.stemsOf(member).size() * bag.spec().channels();
            int segmentFrames = bag.members().get(member).segmentFrames();
            for (FrameRange range : ranges(member)) {
                passes.add(new SeparationPass(member, SegmentPlan.of(range, segmentFrames, settings), lanes, part));
            }
        }
        return passes;
    }

    /// The frames of each pass: a shifted one starts in the silence before the track.
    private List<FrameRange> ranges(int member) {
        List<Integer> offsets = shifts.ofMember().get(member);
        if (offsets.isEmpty()) {
            return List.of(new FrameRange(0, mix.frames()));
        }
        int padding = ShiftOffsets.padding(bag);
        return offsets.stream()
                .map(offset -> new FrameRange(offset - padding, mix.frames()))
                .toList();
    }

    private List<StemJoint> joints(Wanted wanted, List<SeparationPass> passes, SegmentStore store) {
        List<StemJoint> joints = new ArrayList<>();
        for (String stem : bag.stems()) {
            Optional.ofNullable(wanted.tapes().get(stem)).ifPresent(tape -> joints.add(new StemJoint(
                    new StemJoint.Target(tape, wanted.part(), (float) level.mean()),
                    turns(stem, passes), store, bag.spec().channels())));
        }
        return joints;
    }

    private List<StemJoint.Turn> turns(String stem, List<SeparationPass> passes) {
        List<StemJoint.Turn> turns = new ArrayList<>();
        for (SeparationPass pass : passes) {
            int place = bag.stemsOf(pass.member()).indexOf(bag.stems().indexOf(stem));
            if (place >= 0) {
                int times = Math.max(1, shifts.ofMember().get(pass.member()).size());
                float gain = (float) (bag.share(pass.member(), stem) * level.scale() / times);
                turns.add(new StemJoint.Turn(pass, place, gain));
            }
        }
        return turns;
    }
}
