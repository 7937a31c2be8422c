package dev.unbraid.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;

/// The song that comes with the program, as a file for as long as it is needed.
public final class DemoSong implements AutoCloseable {
    private static final String RESOURCES = "/dev/unbraid/demo/";

    private final Path folder;
    private final Path file;

    private DemoSong(Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("demo-song.flac");
        try (InputStream in = open("demo-song.flac")) {
            Files.copy(in, file);
        }
    }

    public static DemoSong unpack() throws IOException {
        return new DemoSong(Files.createTempDirectory("unbraid-demo"));
    }

    /// Leaves the song in a folder, under its title, where it is not there already.
    public static Path unpackInto(Path folder) throws IOException {
        Path file = folder.resolve(notes().title() + ".flac");
        if (Files.notExists(file)) {
            Files.createDirectories(folder);
            Path sibling = Files.createTempFile(folder, "demo", ".part");
            try (InputStream in = open("demo-song.flac")) {
                Files.copy(in, sibling, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(sibling, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    public Path file() {
        return file;
    }

    /// @return its title, and what there is to hear in its stems
    public static Notes notes() {
        Properties properties = new Properties();
        try (InputStream in = open("demo-song.properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Notes(properties.getProperty("title"), properties.getProperty("listen"));
    }

    public record Notes(String title, String listen) {}

    private static InputStream open(String resource) {
        return Objects.requireNonNull(DemoSong.class.getResourceAsStream(RESOURCES + resource), resource);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
