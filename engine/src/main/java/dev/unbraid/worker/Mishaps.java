package dev.unbraid.worker;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.separation.Loss;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was lost and made good, in the user's words: what is the same is said once, with how often.
final class Mishaps {
    private final Map<Mishap, Integer> counts = new LinkedHashMap<>();

    /// @param lowered what it went on with, if not the same
    private record Mishap(Loss loss, Footing footing, Optional<Footing> lowered) {}

    void again(Loss loss, Footing footing) {
        counts.merge(new Mishap(loss, footing, Optional.empty()), 1, Integer::sum);
    }

    void lowered(Loss loss, Footing from, Footing to) {
        counts.merge(new Mishap(loss, from, Optional.of(to)), 1, Integer::sum);
    }

    List<String> sentences() {
        return counts.entrySet().stream().map(it -> sentence(it.getKey(), it.getValue())).toList();
    }

    private static String sentence(Mishap mishap, int times) {
        String what = what(mishap.loss(), mishap.footing());
        return mishap.lowered()
                .map(to -> "%s; it went on %s, which takes longer.".formatted(what, on(to)))
                .orElseGet(() -> "%s; it was started again%s and nothing was lost."
                        .formatted(what, times == 1 ? "" : ", %d times in all,".formatted(times)));
    }

    /// For when nothing helped.
    static String lastSentence(Loss loss, Footing footing) {
        return "%s, and starting it again did not help; %s, then try again.".formatted(what(loss, footing), switch (loss) {
            case KILLED, DEVICE_MEMORY -> "close other programs";
            case CRASHED, SILENT, NOT_STARTED -> "restart Unbraid";
        });
    }

    private static String what(Loss loss, Footing footing) {
        return switch (loss) {
            case KILLED -> "The process that runs the network was ended by the system, most likely because memory ran out";
            case CRASHED -> "The process that runs the network crashed in native code";
            case SILENT -> "The process that runs the network gave no answer";
            case NOT_STARTED -> "The process that runs the network did not start";
            case DEVICE_MEMORY -> "%s had not enough free memory for the network".formatted(footing.device());
        };
    }

    private static String on(Footing footing) {
        return switch (footing.device()) {
            case ComputeDevice.Cuda cuda -> "on " + cuda;
            case ComputeDevice.Cpu _ ->
                footing.threads() == 1 ? "with one processor thread" : "on the processor";
        };
    }
}
