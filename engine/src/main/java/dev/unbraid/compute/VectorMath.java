package dev.unbraid.compute;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;

import java.util.List;
import java.util.function.UnaryOperator;

/// The mathematical functions of Intel's library that PyTorch calls for float32 on the processor.
///
/// Each chooses its kernel in its first call. Two threads that make the first call together may both choose, and one of
/// them takes a kernel that is right to 1e-4 only, for its share of that call ([PyTorch issue
/// 188792](https://github.com/pytorch/pytorch/issues/188792)). Here that was the Hann window in about one process of
/// sixty, and with it every sample that the process made.
final class VectorMath {
    private static final List<UnaryOperator<NDArray>> FUNCTIONS = List.of(
            NDArray::abs, NDArray::acos, NDArray::asin, NDArray::atan, NDArray::ceil, NDArray::cos, NDArray::cosh,
            NDArray::erf, NDArray::erfinv, NDArray::exp, NDArray::floor, NDArray::log, NDArray::log10, NDArray::log2,
            NDArray::round, NDArray::sin, NDArray::sinh, NDArray::sqrt, NDArray::tan, NDArray::tanh, NDArray::trunc);

    private VectorMath() {}

    /// Makes every first call with one number, which one thread does alone.
    static void settle(PtNDManager manager) {
        try (NDManager scope = manager.newSubManager(Device.cpu());
                NDArray number = scope.create(new float[] {0.5f})) {
            FUNCTIONS.forEach(function -> function.apply(number).close());
        }
    }
}
