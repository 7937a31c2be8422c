package dev.unbraid.session;

import dev.unbraid.codec.Tags;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the files of a separation will be called.
///
/// @param model its name
record OutputNames(Path input, StemSelection selection, OutputPlace place, OutputSound sound, String model) {
    /// As if they were stems.
    private static final List<String> PAPERS = List.of("recipe", "disagreement");

    /// @param copy as in [NameTemplate#resolve]
    /// @return absolute: those of the selection's outputs, and last two stems' that are called recipe and disagreement
    List<Path> of(Tags tags, int copy) {
        Path folder = place.folder().toAbsolutePath().normalize();
        String track = NameValues.trackOf(input);
        String extension = sound.format().container().extension();
        return Stream.concat(selection.outputs().stream(), PAPERS.stream())
                .map(stem -> new NameValues(track, stem, extension, model, tags))
                .map(values -> folder.resolve(place.names().resolve(values, copy)))
                .toList();
    }
}
