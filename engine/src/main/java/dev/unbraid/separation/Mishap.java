package dev.unbraid.separation;

/// A network was lost in the midst of its work, and the work went on without a gap.
///
/// @param device what it ran on, as the user names it
/// @param after  how it went on
/// @param times  how often the same happened, at least 1
public record Mishap(Loss loss, String device, After after, int times) {
    /// What the network went on with.
    public enum After { THE_SAME, THE_PROCESSOR, FULL_PRECISION, ONE_THREAD }

    /// The same, counted.
    public Mishap times(int often) {
        return new Mishap(loss, device, after, often);
    }

    /// For the command line and for reports.
    public String sentence() {
        return loss.sentence(device) + switch (after) {
            case THE_SAME -> "; it was started again%s and nothing was lost."
                    .formatted(times == 1 ? "" : ", %d times in all,".formatted(times));
            case THE_PROCESSOR -> "; it went on on the processor, which takes longer.";
            case FULL_PRECISION -> "; it went on in full precision, which takes longer.";
            case ONE_THREAD -> "; it went on with one processor thread, which takes longer.";
        };
    }
}
