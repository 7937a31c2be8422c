package dev.unbraid.faults;

import dev.unbraid.engine.Engine;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A user's folders on a machine of their own.
record Home(Path folder) {
    static final String MODEL = "mini";
    private static final int USUAL_RATE = 44_100;

    static Home in(Path folder) throws IOException {
        Home home = new Home(Files.createDirectories(folder).toRealPath());
        Files.createDirectories(home.temporary());
        Files.createDirectories(home.cache());
        // Some 450 MB that the tests unpack once for all.
        Path natives = Files.createDirectories(Path.of("target", "test-natives").toAbsolutePath());
        Files.createSymbolicLink(home.cache().resolve("natives"), natives);
        return home;
    }

    /// With the miniature network installed.
    static Home withMiniature(Path folder) throws Exception {
        Home home = in(folder);
        URI checkpoint = Objects.requireNonNull(
                Home.class.getResource("/golden/htdemucs/forward-short-segment.safetensors")).toURI();
        UserFolders folders =
                new UserFolders(home.folder.resolve("data"), home.cache(), home.folder.resolve("config"));
        new Engine(folders, new ExecutablePath(List.of())).installer().importFile(Path.of(checkpoint), Optional.of(MODEL));
        return home;
    }

    /// What cleans up after the test wonders about links that lead out of its folder.
    void unlink() throws IOException {
        Files.delete(cache().resolve("natives"));
    }

    /// The one that this process was started with.
    static Home ofThisProcess() {
        return new Home(Path.of(System.getenv(UserFolders.OVERRIDE)));
    }

    Path cache() {
        return folder.resolve("cache");
    }

    Path finished() {
        return cache().resolve("finished");
    }

    /// What Java calls its temporary folder.
    Path temporary() {
        return folder.resolve("temporary");
    }

    /// A byte for each segment that [ToyNetwork] has made.
    Path diary() {
        return folder.resolve("diary");
    }

    private Path hold() {
        return folder.resolve("hold");
    }

    private Path pause() {
        return folder.resolve("pause");
    }

    int made() throws IOException {
        return Files.exists(diary()) ? (int) Files.size(diary()) : 0;
    }

    /// Lets [ToyNetwork] make some segments and then stand still.
    ///
    /// @param segments from now on
    void holdAfter(int segments) throws IOException {
        Files.writeString(hold(), Integer.toString(made() + segments));
    }

    void goOn() throws IOException {
        Files.delete(hold());
    }

    boolean isHeld() throws IOException {
        try {
            return made() >= Integer.parseInt(Files.readString(hold()));
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    /// How long [ToyNetwork] takes at least for a segment.
    void pauseMillis(int millis) throws IOException {
        Files.writeString(pause(), Integer.toString(millis));
    }

    int pauseMillis() throws IOException {
        return Files.exists(pause()) ? Integer.parseInt(Files.readString(pause())) : 0;
    }

    /// The rate of [ToyNetwork].
    void rate(int hertz) throws IOException {
        Files.writeString(folder.resolve("rate"), Integer.toString(hertz));
    }

    int rate() {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("rate")));
        } catch (NoSuchFileException _) {
            return USUAL_RATE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which file it is, not which name it has: one that was made again is another.
    record Identity(String inode, long madeNanos) {}

    /// The finished segments, and which file each is.
    Map<Path, Identity> segments() throws IOException {
        Map<Path, Identity> found = new TreeMap<>();
        for (Path file : files(finished().resolve("segments"))) {
            if (file.toString().endsWith(".segment")) {
                identity(file).ifPresent(it -> found.put(file, it));
            }
        }
        return found;
    }

    private static Optional<Identity> identity(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Identity(String.valueOf(found.fileKey()), found.creationTime().to(TimeUnit.NANOSECONDS)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// All files and folders that the program made, as names, but the native libraries. Whole segments may be left by a
    /// process that was killed between naming its stems and giving them up: they go when the cache needs their room.
    List<String> made(Path out) throws IOException {
        Set<String> segments = segments().keySet().stream()
                .flatMap(it -> Stream.of(it, it.getParent())).map(it -> folder.relativize(it).toString())
                .collect(Collectors.toSet());
        return Stream.of(cache(), temporary(), folder.resolve("data"), folder.resolve("config"), out)
                .flatMap(it -> tree(it).stream().map(name -> folder.relativize(it) + "/" + name))
                .filter(it -> !it.contains("/natives"))
                .filter(it -> !segments.contains(it))
                .toList();
    }

    /// Lets a minute pass for folders that processes have left that were killed as they made them.
    ///
    /// @param ending of their names
    static void grow(Path parent, String ending) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(parent, "*" + ending)) {
            for (Path folder : left) {
                Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(Duration.ofMinutes(2))));
            }
        } catch (NoSuchFileException _) {
            // There is none.
        }
    }

    /// As before the first job; the models stay.
    void forget() throws IOException {
        for (String name : List.of("finished", "sessions")) {
            delete(cache().resolve(name));
        }
        Files.deleteIfExists(diary());
        Files.deleteIfExists(hold());
    }

    static List<String> tree(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(it -> !it.equals(folder)).map(it -> folder.relativize(it).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Those that are there while others come and go.
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).flatMap(Home::list).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException _) {
            return Stream.of();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
