package dev.unbraid.compute;

/// Where a network runs.
public sealed interface ComputeDevice {
    /// The processor.
    record Cpu() implements ComputeDevice {
        @Override
        public String toString() {
            return "cpu";
        }
    }

    /// An NVIDIA GPU, by the driver's number.
    record Cuda(int index) implements ComputeDevice {
        public Cuda {
            if (index < 0) {
                throw new IllegalArgumentException("GPU number " + index);
            }
        }

        @Override
        public String toString() {
            return "cuda:" + index;
        }
    }
}
