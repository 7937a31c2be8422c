package dev.unbraid.session;

import dev.unbraid.separation.SeparationSettings;

import java.util.List;
import java.util.Objects;

/// What stems were made from and with, enough to make them again byte for byte on the same kind of device.
///
/// @param version of the program that made them
/// @param outputs the files, in the order of the selection
public record StemRecipe(
        Input input, Model model, SeparationSettings settings, StemSelection selection, OutputSound sound,
        Provenance.Machine machine, String version, List<Output> outputs) {
    /// The kind of device of stems that were begun on one and finished on another.
    public static final String MIXED = "mixed";

    /// @param name   without folders
    /// @param sha256 of the file
    public record Input(String name, String sha256) {
        public Input {
            Objects.requireNonNull(name);
            Objects.requireNonNull(sha256);
        }
    }

    public record Model(String name, String fingerprint) {
        public Model {
            Objects.requireNonNull(name);
            Objects.requireNonNull(fingerprint);
        }
    }

    /// @param file   without folders
    /// @param sha256 of the file
    public record Output(String file, String sha256) {}

    public StemRecipe {
        // A file may lack them.
        Objects.requireNonNull(input);
        Objects.requireNonNull(model);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(machine);
        outputs = List.copyOf(outputs);
    }
}
