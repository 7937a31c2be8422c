package dev.unbraid.session;

import java.nio.file.Path;

/// A file that the user wants taken apart into files, whatever document is open.
public record FileWish(Path input, How how, OutputPlace place) {
    /// What a whole queue shares.
    ///
    /// @param shifts as in [dev.unbraid.separation.SeparationSettings]
    /// @param device as in [SeparationDevice#name]
    public record How(String model, int shifts, String device, StemSelection selection, OutputSound sound) {}
}
