package dev.unbraid.compute;

/// Whether a device can run the network here.
///
/// @param name   what the user calls it: `cpu`, `cuda:0`, or a kind like `cuda`
/// @param usable whether the network can run there
/// @param remark what it is, or why not: one sentence
public record DeviceReport(String name, Usability usable, String remark) {
    /// The remark for the command line, with what to do there.
    public String advice() {
        return switch (usable) {
            case USABLE, NOT_USABLE -> remark;
            case LACKS_LIBRARIES -> remark + " `unbraid gpu install` gets them.";
        };
    }

    /// Whether it can, and if not, whether [Libtorch.Kind#CUDA] libraries would help.
    public enum Usability { USABLE, NOT_USABLE, LACKS_LIBRARIES }
}
