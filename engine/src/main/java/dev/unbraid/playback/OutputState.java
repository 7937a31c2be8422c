package dev.unbraid.playback;

/// Whether anything can be heard.
public sealed interface OutputState {
    /// @param latencyMs from the mixer to the loudspeaker, as far as the system tells
    record Open(OutputDevice device, double latencyMs) implements OutputState {}

    /// The output does not play the song's sample rate, and gets it converted to one that it plays.
    ///
    /// @param songRate   in Hz
    /// @param outputRate in Hz
    record Converted(OutputDevice device, double latencyMs, int songRate, int outputRate) implements OutputState {}

    /// The transport runs on without sound.
    ///
    /// @param device     that was asked for
    /// @param sampleRate of the song, in Hz
    record Silent(Reason reason, OutputDevice device, int sampleRate) implements OutputState {}

    /// Why nothing can be heard.
    enum Reason {
        /// The system has no output at all.
        NONE_THERE,
        /// The one asked for is not there.
        NOT_CONNECTED,
        /// The system does not give it, mostly because another program has it.
        IN_USE,
        /// It plays no sample rate that the song could be converted to.
        RATE_UNSUPPORTED,
        /// It was open and takes nothing any more.
        LOST
    }

    /// No sound was asked for yet.
    record Closed() implements OutputState {}
}
