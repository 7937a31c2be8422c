package dev.unbraid.session;

import dev.unbraid.codec.Tags;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the files of a separation will be called.
///
/// @param model its name
record OutputNames(Path input, StemSelection selection, OutputPlace place, OutputSound sound, String model) {
    private static final String RECIPE = "recipe";

    /// @param copy as in [NameTemplate#resolve]
    /// @return absolute: those of the selection's outputs, and last a stem's that is called recipe
    List<Path> of(Tags tags, int copy) {
        Path folder = place.folder().toAbsolutePath().normalize();
        String track = NameValues.trackOf(input);
        String extension = sound.format().container().extension();
        return Stream.concat(selection.outputs().stream(), Stream.of(RECIPE))
                .map(stem -> new NameValues(track, stem, extension, model, tags))
                .map(values -> folder.resolve(place.names().resolve(values, copy)))
                .toList();
    }
}
