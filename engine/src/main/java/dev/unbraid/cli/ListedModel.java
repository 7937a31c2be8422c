package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.ModelDescription;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;

/// A model that is installed, or could be.
///
/// @param bytes   on disk when installed, else to fetch; 0 when it is damaged beyond telling
/// @param licence empty when nobody told
record ListedModel(String name, State state, long bytes, List<String> stems, String licence) {
    enum State {
        INSTALLED,
        AVAILABLE,
        DAMAGED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @return those of the catalogue first, then the user's own
    static List<ListedModel> all(CheckpointStore store, ModelCatalog catalog) throws IOException {
        List<String> installed = store.names();
        SequencedSet<String> names = new LinkedHashSet<>();
        catalog.models().forEach(model -> names.add(model.name()));
        names.addAll(installed);
        return names.stream()
                .map(name -> installed.contains(name)
                        ? onDisk(name, store)
                        : available(catalog.find(name).orElseThrow()))
                .toList();
    }

    private static ListedModel available(ModelDescription model) {
        return new ListedModel(model.name(), State.AVAILABLE, model.bytes(), model.sources(), model.licence());
    }

    private static ListedModel onDisk(String name, CheckpointStore store) {
        try {
            Optional<InstalledModel> model = store.find(name);
            if (model.isPresent()) {
                InstalledModel there = model.get();
                return new ListedModel(
                        name, State.INSTALLED, size(there.members()), there.sources(), there.licence().orElse(""));
            }
        } catch (CheckpointException | IOException e) {
            // `models verify` tells what is wrong; a list shows all the others.
        }
        return new ListedModel(name, State.DAMAGED, 0, List.of(), "");
    }

    private static long size(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
