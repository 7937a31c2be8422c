package dev.unbraid.separation;

import dev.unbraid.audio.FrameRange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The plain way: every pass from start to end, the whole track in memory. What any other order must equal, bit for bit.
record FrontToBack(ModelBag bag, SeparationSettings settings, ShiftOffsets shifts, MemoryTape mix, MixLevel level) {
    /// @return `[channel][frame]` by stem
    Map<String, float[][]> separate(List<String> wanted) throws Exception {
        Map<String, float[][]> stems = new LinkedHashMap<>();
        for (int member : bag.needed(wanted)) {
            List<Integer> offsets = shifts.ofMember().get(member);
            int passes = Math.max(1, offsets.size());
            for (int pass = 0; pass < passes; pass++) {
                long start = offsets.isEmpty() ? 0 : offsets.get(pass) - ShiftOffsets.padding(bag);
                float[][] whole = pass(member, new FrameRange(start, mix.frames()));
                for (String stem : wanted) {
                    if (bag.share(member, stem) > 0) {
                        float gain = (float) (bag.share(member, stem) * level.scale() / passes);
                        float[][] sum = stems.computeIfAbsent(stem, _ -> base());
                        add(sum, whole, bag.stems().indexOf(stem), gain, start);
                    }
                }
            }
        }
        return stems;
    }

    private float[][] base() {
        float[][] planes = new float[bag.spec().channels()][(int) mix.frames()];
        for (float[] plane : planes) {
            Arrays.fill(plane, (float) level.mean());
        }
        return planes;
    }

    private void add(float[][] sum, float[][] whole, int stem, float gain, long start) {
        for (int channel = 0; channel < sum.length; channel++) {
            for (int i = 0; i < sum[channel].length; i++) {
                sum[channel][i] += whole[stem * sum.length + channel][(int) (i - start)] * gain;
            }
        }
    }

    /// @return `[stem * channels][frame from the range's start]`
    private float[][] pass(int member, FrameRange range) throws Exception {
        int width = bag.members().get(member).segmentFrames();
        SegmentPlan plan = SegmentPlan.of(range, width, settings);
        double[] window = plan.weights().toArray();
        double[] total = new double[(int) range.length() + width];
        for (int index = 0; index < plan.segments(); index++) {
            for (int i = 0; i < width; i++) {
                total[index * plan.stride() + i] += window[i];
            }
        }
        float[][] sum = new float[bag.stems().size() * bag.spec().channels()][(int) range.length()];
        SegmentReader reader = new SegmentReader(mix, level, bag.spec().channels());
        try (SegmentModel model = bag.members().get(member).opener().open()) {
            for (int index = 0; index < plan.segments(); index++) {
                Segment segment = plan.segment(index);
                float[] output = model.separate(reader.read(segment));
                int from = index * plan.stride();
                for (int lane = 0; lane < sum.length; lane++) {
                    for (int i = 0; i < segment.frames(); i++) {
                        float share = (float) (window[i] / total[from + i]);
                        sum[lane][from + i] += share * output[lane * width + segment.lead() + i];
                    }
                }
            }
        }
        return sum;
    }
}
