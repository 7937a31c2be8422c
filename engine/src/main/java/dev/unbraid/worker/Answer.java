package dev.unbraid.worker;

import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.Devices;

import java.util.List;

/// What a worker says. Memory is the most that it has held at once, in bytes; 0 where the system does not tell.
sealed interface Answer {
    /// The first word, without being asked: the runtime is there.
    record Ready(Devices devices, long peakBytes) implements Answer {}

    record Opened(NetworkShape shape, long peakBytes) implements Answer {}

    record Mapped() implements Answer {}

    /// @param batch how many segments the network is best given next
    record Separated(int batch, long peakBytes) implements Answer {}

    record CalledOff() implements Answer {}

    record Closed() implements Answer {}

    record Measured(double flopPerSecond) implements Answer {}

    /// It lives, but cannot.
    ///
    /// @param sentence for the user, as the exception said it
    /// @param details  for whoever mends it
    record Refused(Why why, String sentence, String details) implements Answer {}

    /// What the sentence is about.
    enum Why {
        /// A file of the model.
        FILES,
        /// The device is not there.
        DEVICE,
        /// The device's memory.
        MEMORY,
        /// The sentence says it.
        OTHER,
        /// Our own fault.
        FAULT
    }
}
