package dev.unbraid.htdemucs;

import dev.unbraid.checkpoint.Checkpoint;

/// What the network in Java needs of the heap.
final class VectorNetworkSize {
    /// A plane's margins, a thread's scratch, and what is to spare in tiles.
    private static final double ROUNDED_UP = 1.1;

    private VectorNetworkSize() {}

    /// Numbers that products keep of each weight: six where there were three taps, and three where there were two.
    private static double laidOut(String name) {
        if (name.contains("decoder.") && name.contains(".rewrite.")) {
            return 2;
        }
        return name.contains(".conv.") || name.contains(".conv_tr.") ? 1.5 : 1;
    }

    /// @return bytes, for segments of the specification's length
    static long bytes(HtDemucsSpec spec, Checkpoint checkpoint) {
        double numbers = checkpoint.tensors().entrySet().stream()
                .mapToDouble(tensor -> tensor.getValue().elements() * laidOut(tensor.getKey())).sum();
        int frames = spec.sound().segmentFrames();
        int sound = spec.sound().audioChannels();
        int columns = Math.ceilDiv(frames, spec.branches().nfft() / 4);
        numbers += (1.0 + spec.sources().size()) * sound * (2.0 * spec.branches().nfft() / 2 * columns + frames);
        double bins = spec.branches().nfft() / 2.0;
        double steps = frames;
        for (int i = 0; i < spec.branches().depth(); i++) {
            bins /= spec.branches().stride();
            steps /= spec.branches().stride();
            // What is kept for the decoder, and for the largest layer what the decoder makes of it
            numbers += (i == 0 ? 2.0 : 1.0) * spec.branches().channelsOut(i) * (bins * columns + steps);
        }
        if (spec.transformer().layers() > 0) {
            // Values, queries, what was heard, keys, values of keys, positions
            numbers += 6.0 * spec.transformerChannels() * (bins * columns + steps);
        }
        return (long) (Float.BYTES * ROUNDED_UP * numbers);
    }
}
