package dev.unbraid.separation;

/// How a network that runs in a process of its own was lost.
public enum Loss {
    /// The system ended the process, most likely for want of memory.
    KILLED,
    /// Native code crashed, or the process ended by itself.
    CRASHED,
    /// No answer came in time.
    SILENT,
    /// The process ended before it was ready.
    NOT_STARTED,
    /// The process lives, but the device's memory does not suffice.
    DEVICE_MEMORY;

    /// The beginning of a sentence for the user.
    ///
    /// @param device what the network ran on, as the user names it
    public String sentence(String device) {
        return switch (this) {
            case KILLED -> "The process that runs the network was ended by the system, most likely because memory ran out";
            case CRASHED -> "The process that runs the network crashed in native code";
            case SILENT -> "The process that runs the network gave no answer";
            case NOT_STARTED -> "The process that runs the network did not start";
            case DEVICE_MEMORY -> "%s had not enough free memory for the network".formatted(device);
        };
    }
}
