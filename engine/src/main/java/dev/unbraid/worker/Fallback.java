package dev.unbraid.worker;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.separation.Loss;

import java.util.Optional;

/// What to try after a loss: the same again while that may help, then a humbler footing, in the end nothing.
sealed interface Fallback {
    /// A process may be killed for what others do.
    int TRIES = 3;

    record Again() implements Fallback {}

    record Lower(Footing footing) implements Fallback {}

    record GiveUp() implements Fallback {}

    /// @param tries how often the same work was tried on this footing
    static Fallback after(Loss loss, Footing footing, int tries) {
        boolean mayHelp = switch (loss) {
            case KILLED, CRASHED, NOT_STARTED -> tries < TRIES;
            // A driver that hangs once hangs again, and memory that is not there does not come back.
            case SILENT, DEVICE_MEMORY -> false;
        };
        if (mayHelp) {
            return new Again();
        }
        if (loss == Loss.NOT_STARTED) {
            return new GiveUp();
        }
        return lower(footing).<Fallback>map(Lower::new).orElseGet(GiveUp::new);
    }

    private static Optional<Footing> lower(Footing footing) {
        return switch (footing.device()) {
            case ComputeDevice.Cuda _ ->
                Optional.of(new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, footing.threads()));
            case ComputeDevice.Cpu cpu -> switch (footing.precision()) {
                // What few processors can do is what few programs have tried.
                case BFLOAT16, FLOAT16 -> Optional.of(new Footing(cpu, Precision.FLOAT32, footing.threads()));
                case FLOAT32 -> footing.threads() > 1
                        ? Optional.of(new Footing(cpu, Precision.FLOAT32, 1)) : Optional.empty();
            };
        };
    }
}
