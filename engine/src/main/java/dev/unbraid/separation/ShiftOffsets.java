package dev.unbraid.separation;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// By how many frames each run of each member is shifted, from 0 to half a second.
///
/// @param ofMember for every member of a bag the offsets of its runs; an empty list is one run without padding
public record ShiftOffsets(List<List<Integer>> ofMember) {
    public ShiftOffsets {
        ofMember = ofMember.stream().map(List::copyOf).toList();
    }

    /// The offsets that a seed stands for. All members draw, also those that will not run: one stem alone then
    /// gets the same bytes as among all.
    public static ShiftOffsets drawn(ModelBag bag, SeparationSettings settings) {
        Random random = new Random(settings.seed());
        int most = padding(bag);
        return new ShiftOffsets(bag.members().stream()
                .map(member -> Stream.generate(() -> random.nextInt(most + 1))
                        .limit(settings.shifts())
                        .toList())
                .toList());
    }

    /// The silence before a shifted track, in frames: the largest offset.
    static int padding(ModelBag bag) {
        return bag.spec().sampleRate() / 2;
    }
}
