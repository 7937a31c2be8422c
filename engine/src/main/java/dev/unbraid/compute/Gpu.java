package dev.unbraid.compute;

/// An NVIDIA GPU, as its driver describes it.
///
/// @param index      the driver's number
/// @param bytes      of memory in all
/// @param capability ten times NVIDIA's compute capability: what its processors understand
record Gpu(int index, String name, long bytes, int capability) {
    @Override
    public String toString() {
        return "%s with %.0f GB".formatted(name, bytes / (double) (1L << 30));
    }
}
