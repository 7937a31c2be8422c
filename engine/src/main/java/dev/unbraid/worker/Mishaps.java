package dev.unbraid.worker;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Footing;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was lost and made good: what is the same is told once, with how often.
final class Mishaps {
    private final Map<Mishap, Integer> counts = new LinkedHashMap<>();

    void again(Loss loss, Footing footing) {
        count(loss, footing, Mishap.After.THE_SAME);
    }

    void lowered(Loss loss, Footing from, Footing to) {
        count(loss, from, switch (from.device()) {
            case ComputeDevice.Cuda _ -> Mishap.After.THE_PROCESSOR;
            case ComputeDevice.Cpu _ -> to.precision() == from.precision()
                    ? Mishap.After.ONE_THREAD : Mishap.After.FULL_PRECISION;
        });
    }

    private void count(Loss loss, Footing footing, Mishap.After after) {
        counts.merge(new Mishap(loss, footing.device().toString(), after, 1), 1, Integer::sum);
    }

    List<Mishap> all() {
        return counts.entrySet().stream().map(it -> it.getKey().times(it.getValue())).toList();
    }

    /// For when nothing helped.
    static String lastSentence(Loss loss, Footing footing) {
        return "%s, and starting it again did not help; %s, then try again."
                .formatted(loss.sentence(footing.device().toString()), switch (loss) {
                    case KILLED, DEVICE_MEMORY -> "close other programs";
                    case CRASHED, SILENT, NOT_STARTED -> "restart Unbraid";
                });
    }
}
