package dev.unbraid.project;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.unbraid.audio.AssetId;

import java.util.List;

/// The document as text and back: JSON with a version of its own. What is written reads as the same values.
public final class ProjectFile {
    /// Raised when what older programs read would no longer be the whole document.
    public static final int FORMAT_VERSION = 1;

    static final String FORMAT = "unbraid-project";

    /// @param sounds where the lanes' sounds lie; empty where the reader knows by itself
    public record Content(Project project, ProjectView view, List<Sound> sounds) {
        public Content {
            sounds = List.copyOf(sounds);
        }
    }

    /// @param file its name within the folder of the project's sounds
    public record Sound(AssetId asset, String file) {}

    private ProjectFile() {}

    public static String write(Content content) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(ProjectJsonWriter.json(content)) + "\n";
    }

    /// @param name of the file, for the exception's sentence
    public static Content read(String name, String text) throws ProjectFileException {
        JsonElement json;
        try {
            json = JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new ProjectFileException(ProjectFileException.Reason.FOREIGN, name,
                    "%s is no project of Unbraid, or damaged; open another, or its copy.".formatted(name), e);
        }
        JsonPart root = new JsonPart(name, "", json);
        if (!json.isJsonObject() || !json.getAsJsonObject().has("format") || !root.text("format").equals(FORMAT)) {
            throw new ProjectFileException(ProjectFileException.Reason.FOREIGN, name,
                    "%s is no project of Unbraid; open another file.".formatted(name));
        }
        int version = root.whole("formatVersion");
        if (version > FORMAT_VERSION) {
            throw new ProjectFileException(ProjectFileException.Reason.NEWER, name,
                    "%s was written by a newer Unbraid (format %d, here %d); update this program to open it."
                            .formatted(name, version, FORMAT_VERSION));
        }
        return ProjectJsonReader.content(root);
    }
}
