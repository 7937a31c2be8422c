package dev.unbraid.separation;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.plugin.JobControl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Takes a whole track apart: every needed network, every shift, every segment.
///
/// Works through one mix, on the thread that calls [#run]. A stem's frames are final when the last pass over it is.
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

    /// How often a stem is written from start to end; the frames of its last time are final at once.
    ///
    /// @param wanted all stems of the run
    public int passes(String stem, Set<String> wanted) {
        return bag.needed(wanted).stream()
                .filter(member -> bag.share(member, stem) > 0)
                .mapToInt(member -> plans(member).size())
                .sum();
    }

    /// @param tapes   an empty tape for every wanted stem; the other stems are not computed further than they must be
    /// @param control asked before each segment, told after each; counts segments
    public SeparationOutcome run(Map<String, StemTape> tapes, JobControl control)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        List<Integer> needed = bag.needed(tapes.keySet());
        int total = needed.stream()
                .flatMap(member -> plans(member).stream())
                .mapToInt(SegmentPlan::segments)
                .sum();
        SegmentReader reader = new SegmentReader(mix, level, bag.spec().channels());
        Set<String> begun = new HashSet<>();
        int done = 0;
        for (int member : needed) {
            if (control.isCancelled()) {
                return new SeparationOutcome.Cancelled();
            }
            List<Integer> stems = stemsOf(member, tapes.keySet());
            try (SegmentModel model = open(member)) {
                for (SegmentPlan plan : plans(member)) {
                    StemMixdown mixdown = mixdown(member, stems, tapes, begun);
                    SeparationPass pass = new SeparationPass(bag, plan, stems, mixdown);
                    for (int index = 0; index < plan.segments(); index++) {
                        if (control.isCancelled()) {
                            return new SeparationOutcome.Cancelled();
                        }
                        Segment segment = plan.segment(index);
                        pass.take(segment, model.separate(reader.read(segment)));
                        control.progress(++done, total);
                    }
                }
            }
        }
        return new SeparationOutcome.Finished(total);
    }

    private SegmentModel open(int member) throws ModelUnavailableException {
        ModelBag.Member promised = bag.members().get(member);
        SegmentModel model = promised.opener().open();
        AudioSpec spec = new AudioSpec(model.sampleRate(), model.channels());
        if (!model.stems().equals(bag.stems())
                || !spec.equals(bag.spec())
                || model.segmentFrames() != promised.segmentFrames()) {
            model.close();
            throw new IllegalStateException("%s: network %d gives %s from %s in segments of %d frames"
                    .formatted(bag.name(), member, model.stems(), spec, model.segmentFrames()));
        }
        return model;
    }

    private List<SegmentPlan> plans(int member) {
        int segmentFrames = bag.members().get(member).segmentFrames();
        return runs(member).stream()
                .map(range -> SegmentPlan.of(range, segmentFrames, settings))
                .toList();
    }

    /// The frames of each pass: a shifted one starts in the silence before the track.
    private List<FrameRange> runs(int member) {
        List<Integer> offsets = shifts.ofMember().get(member);
        if (offsets.isEmpty()) {
            return List.of(new FrameRange(0, mix.frames()));
        }
        int padding = ShiftOffsets.padding(bag);
        return offsets.stream()
                .map(offset -> new FrameRange(offset - padding, mix.frames()))
                .toList();
    }

    private List<Integer> stemsOf(int member, Set<String> wanted) {
        return IntStream.range(0, bag.stems().size())
                .filter(stem -> wanted.contains(bag.stems().get(stem)))
                .filter(stem -> bag.share(member, bag.stems().get(stem)) > 0)
                .boxed()
                .toList();
    }

    private StemMixdown mixdown(int member, List<Integer> stems, Map<String, StemTape> tapes, Set<String> begun) {
        int passes = Math.max(1, shifts.ofMember().get(member).size());
        List<StemMixdown.Lane> lanes = new ArrayList<>();
        for (int stem : stems) {
            String name = bag.stems().get(stem);
            float gain = (float) (bag.share(member, name) * level.scale() / passes);
            StemMixdown.Mode mode = begun.add(name) ? StemMixdown.Mode.WRITE : StemMixdown.Mode.ADD;
            StemTape tape = Objects.requireNonNull(tapes.get(name));
            lanes.add(new StemMixdown.Lane(tape, mode, gain, (float) level.mean()));
        }
        return new StemMixdown(lanes, bag.spec().channels());
    }
}
