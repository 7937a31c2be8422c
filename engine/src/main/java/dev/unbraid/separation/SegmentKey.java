package dev.unbraid.separation;

/// One segment's output, told from all others of the same mix and the same networks.
///
/// Overlap, shifts and seed are not in it: what a network answers depends on what it is shown alone.
///
/// @param member     which network of the bag
/// @param startFrame the first frame that the network is shown; below zero before the track
/// @param lanes      channels of all the stems that this network has a share in, one after the other
/// @param frames     of each lane: the network's segment
public record SegmentKey(int member, long startFrame, int lanes, int frames) {
    public SegmentKey {
        if (member < 0 || lanes < 1 || frames < 1) {
            throw new IllegalArgumentException("network %d, %d lanes of %d frames".formatted(member, lanes, frames));
        }
    }

    /// How many numbers an output has.
    public int samples() {
        return Math.multiplyExact(lanes, frames);
    }
}
