package dev.unbraid.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Figures of this machine on disk, among what can be made again.
///
/// Several processes may use it: a measurement may get lost, the file is always whole.
public final class MachineFiguresFile {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path file;

    public MachineFiguresFile(UserFolders folders) {
        file = folders.cache().resolve("machine.json");
    }

    public Path path() {
        return file;
    }

    private record Stored(@Nullable List<MachineFigures.Figure> figures) {}

    /// Never fails: what cannot be read was not measured.
    public MachineFigures load() {
        try {
            Stored stored = GSON.fromJson(Files.readString(file), Stored.class);
            if (stored == null || stored.figures() == null) {
                return MachineFigures.NONE;
            }
            return new MachineFigures(stored.figures());
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it, measuring again mends it.
            return MachineFigures.NONE;
        }
    }

    /// @throws IOException if the file cannot be written; the one that was there is then as it was
    public void save(MachineFigures figures) throws IOException {
        WholeText.write(file, GSON.toJson(new Stored(List.copyOf(figures.figures()))) + "\n");
    }
}
