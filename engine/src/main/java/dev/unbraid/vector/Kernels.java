package dev.unbraid.vector;

/// Which micro-kernel fits this processor's registers.
final class Kernels {
    static final MicroKernel OF_THIS_PROCESSOR = Lanes.COUNT == 8 ? new FourByTwo() : new EightByThree();

    private Kernels() {}
}
