package dev.unbraid.worker;

import dev.unbraid.separation.SegmentModel;

import java.util.List;

/// What goes into a network and comes out, as in [SegmentModel].
record NetworkShape(List<String> stems, int sampleRate, int channels, int segmentFrames) {
    NetworkShape {
        stems = List.copyOf(stems);
        if (channels < 1 || segmentFrames < 1) {
            throw new IllegalArgumentException("%d channels, %d frames".formatted(channels, segmentFrames));
        }
    }

    static NetworkShape of(SegmentModel network) {
        return new NetworkShape(network.stems(), network.sampleRate(), network.channels(), network.segmentFrames());
    }

    int mixValues() {
        return Math.multiplyExact(channels, segmentFrames);
    }

    int stemValues() {
        return Math.multiplyExact(stems.size(), mixValues());
    }
}
