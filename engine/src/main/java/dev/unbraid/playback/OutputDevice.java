package dev.unbraid.playback;

/// A place where sound can go to.
///
/// @param name what the system calls it; empty means the system's own choice
public record OutputDevice(String name, String description) {
    public static final OutputDevice SYSTEM = new OutputDevice("", "");
}
