package dev.unbraid.settings;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The preferences on disk, as JSON that people may edit. Used by one thread at a time.
///
/// Keys that nobody here knows stay in the file. A file that is no JSON is kept under another name.
public final class SettingsFile {
    private static final String NAME = "settings.json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final Path file;

    /// @param problems what could not be taken over
    public record Loaded(Settings settings, List<SettingsFlaw> problems) {
        public Loaded {
            problems = List.copyOf(problems);
        }
    }

    public SettingsFile(UserFolders folders) {
        file = folders.config().resolve(NAME);
    }

    public Path path() {
        return file;
    }

    /// Never fails: what cannot be read is as usual, value by value, and told in the problems.
    public Loaded load() {
        try {
            return stored().map(json -> new SettingsJson(GSON, file).read(json))
                    .orElse(new Loaded(Settings.USUAL, List.of()));
        } catch (JsonParseException e) {
            return new Loaded(Settings.USUAL, List.of(setAside()));
        } catch (IOException e) {
            return new Loaded(Settings.USUAL, List.of(
                    new SettingsFlaw.Unreadable(file, String.valueOf(e.getMessage()))));
        }
    }

    private Optional<JsonObject> stored() throws IOException {
        try {
            return Optional.of(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException | IllegalStateException e) {
            throw new JsonParseException("no JSON object", e);
        }
    }

    private SettingsFlaw setAside() {
        for (int copy = 1; ; copy++) {
            Path kept = file.resolveSibling("settings.unreadable-%d.json".formatted(copy));
            if (Files.notExists(kept)) {
                try {
                    return new SettingsFlaw.SetAside(file, String.valueOf(Files.move(file, kept).getFileName()));
                } catch (IOException e) {
                    return new SettingsFlaw.Stuck(file, String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /// @throws IOException if the file cannot be written; the one that was there is then as it was
    public void save(Settings settings) throws IOException {
        JsonObject json;
        try {
            json = stored().orElseGet(JsonObject::new);
        } catch (JsonParseException e) {
            setAside();
            json = new JsonObject();
        }
        SettingsJson.putAll(json, GSON.toJsonTree(settings).getAsJsonObject());
        // Some keep their preferences elsewhere and link to them: the link stays.
        WholeText.write(Files.exists(file) ? file.toRealPath() : file, GSON.toJson(json) + "\n");
    }
}
