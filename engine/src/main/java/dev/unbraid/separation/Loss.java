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
    DEVICE_MEMORY
}
