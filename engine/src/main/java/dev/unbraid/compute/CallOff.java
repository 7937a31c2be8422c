package dev.unbraid.compute;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A number that Java writes while a script runs, and that the script looks at between its layers: whether to give up.
///
/// The script's tensor borrows this object's memory, which must therefore outlive it.
final class CallOff {
    /// The name under which `prepare` finds the number among the weights, a float; not zero is called off.
    static final String WEIGHT = "called_off";
    /// What a script says that gives up.
    private static final String SAID = "called off";
    /// A layer takes longer; and the script's own threads wait for each other while one of them makes room for a look.
    private static final long NANOS_BETWEEN_LOOKS = 50_000_000;

    private final ByteBuffer number = ByteBuffer.allocateDirect(Float.BYTES).order(ByteOrder.nativeOrder());

    /// A watch over one run. Closed when that run is over.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    PtNDArray tensor(PtNDManager scope) {
        return scope.create(number, new Shape(1), DataType.FLOAT32);
    }

    boolean isCause(EngineException e) {
        return String.valueOf(e.getMessage()).contains(SAID);
    }

    Watch watch(BooleanSupplier calledOff) {
        number.putFloat(0, 0);
        Thread watcher = Thread.ofPlatform().name("call-off").daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (calledOff.getAsBoolean()) {
                    number.putFloat(0, 1);
                    return;
                }
                LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
            }
        });
        return () -> end(watcher);
    }

    /// Returns when it can write no more: what it writes late would call off the next run.
    private static void end(Thread watcher) {
        boolean interrupted = false;
        watcher.interrupt();
        while (watcher.isAlive()) {
            try {
                watcher.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
