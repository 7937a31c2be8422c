package dev.unbraid.compute;

import java.nio.file.Path;

/// The one PyTorch runtime of a test run; its libraries are unpacked where the program itself would.
public final class TestEngine {
    private static final TorchEngine ENGINE = start();

    private TestEngine() {}

    public static TorchEngine get() {
        return ENGINE;
    }

    private static TorchEngine start() {
        try {
            return TorchEngine.start(Path.of("target", "test-natives"), 2);
        } catch (DeviceUnavailableException e) {
            throw new AssertionError(e);
        }
    }
}
