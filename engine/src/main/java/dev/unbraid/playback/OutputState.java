package dev.unbraid.playback;

/// Whether anything can be heard.
public sealed interface OutputState {
    /// @param latencyMs from the mixer to the loudspeaker, as far as the system tells
    record Open(OutputDevice device, double latencyMs) implements OutputState {}

    /// The transport runs on without sound.
    ///
    /// @param reason a sentence for the user
    record Silent(String reason) implements OutputState {}

    /// No sound was asked for yet.
    record Closed() implements OutputState {}
}
