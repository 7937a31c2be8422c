package dev.unbraid.house;

import static dev.unbraid.house.Library.DJL;
import static dev.unbraid.house.Library.FFMPEG;
import static dev.unbraid.house.Library.HTTP;
import static dev.unbraid.house.Library.JSON;
import static dev.unbraid.house.Library.LOGGING;
import static dev.unbraid.house.Library.MANAGEMENT;
import static dev.unbraid.house.Library.PICOCLI;
import static dev.unbraid.house.Library.SOUND;
import static dev.unbraid.house.Library.TARSOS;
import static dev.unbraid.house.Library.VECTORS;

import java.util.List;
import java.util.Set;

/// One package of the engine: what it may import besides `java.base`, and why no more.
record Layer(String name, Set<String> imports, Set<Library> libraries, String because) {
    /// Bottom to top; packages that are yet to come have their row already.
    static final List<Layer> TABLE = List.of(
            new Layer("audio", Set.of(), Set.of(),
                    "all others stand on it, and plugin authors compile against it alone"),
            new Layer("dsp", Set.of("audio"), Set.of(TARSOS), "it is arithmetic on float arrays"),
            new Layer("codec", Set.of("audio"), Set.of(FFMPEG),
                    "it turns files into frames and back, and the decoder's types stay inside"),
            new Layer("plugin", Set.of("audio"), Set.of(), "plugin authors compile against it and audio alone"),
            new Layer("project", Set.of("audio"), Set.of(JSON), "the document is plain values"),
            new Layer("settings", Set.of(), Set.of(JSON), "preferences know nobody who reads them"),
            new Layer("assets", Set.of("audio", "codec", "project"), Set.of(), "it keeps sound, whoever uses it"),
            new Layer("host", Set.of("plugin"), Set.of(LOGGING), "a plugin sees the public API and no more"),
            new Layer("install", Set.of(), Set.of(HTTP), "what is fetched is bytes with a checksum"),
            new Layer("checkpoint", Set.of("install"), Set.of(JSON, HTTP), "a file of tensors means nothing to it"),
            new Layer("vector", Set.of("audio"), Set.of(VECTORS), "it is arithmetic on float arrays, whatever network they belong to"),
            new Layer("compute", Set.of("audio", "vector"), Set.of(DJL, MANAGEMENT), "devices serve any network"),
            new Layer("cuda", Set.of("audio", "install", "compute"), Set.of(JSON),
                    "libraries arrive like any file, whatever runs on them"),
            new Layer("mix", Set.of("audio", "dsp", "plugin", "project", "assets"), Set.of(),
                    "what is heard depends on the document alone"),
            new Layer("overview", Set.of("audio", "dsp", "assets"), Set.of(), "a picture needs sound, not its use"),
            new Layer("separation", Set.of("audio", "dsp", "plugin"), Set.of(),
                    "cutting and stitching are the same for every network"),
            new Layer("cache", Set.of("audio", "assets", "project", "separation"), Set.of(LOGGING),
                    "finished work is found by what it was made from, whoever made it"),
            new Layer("worker", Set.of("audio", "settings", "plugin", "compute", "separation"), Set.of(),
                    "a crash of native code must end a process that nobody looks at, whatever network it ran"),
            new Layer("playback", Set.of("audio", "mix"), Set.of(SOUND), "it plays a mix and asks not where from"),
            new Layer("htdemucs",
                    Set.of("audio", "dsp", "plugin", "checkpoint", "vector", "compute", "separation"), Set.of(DJL, JSON),
                    "a network knows tensors, not files, projects or screens"),
            new Layer("session",
                    Set.of("audio", "dsp", "codec", "plugin", "project", "settings", "assets", "host", "mix",
                            "overview", "separation", "cache", "playback"),
                    Set.of(JSON, LOGGING),
                    "it gets its network from the composition root as an interface, so that another can take its place"),
            new Layer("batch", Set.of("audio", "codec", "project", "session"), Set.of(),
                    "the rules of many songs are the same on the command line and in the window"),
            new Layer("engine",
                    Set.of("audio", "dsp", "codec", "plugin", "project", "settings", "assets", "host", "install", "checkpoint",
                            "vector", "compute", "cuda", "mix", "overview", "separation", "cache", "worker", "playback",
                            "htdemucs", "session"),
                    Set.of(LOGGING),
                    "it is the one place that knows which network, folders and devices go together, whoever shows them"),
            new Layer("cli",
                    Set.of("audio", "dsp", "codec", "plugin", "project", "settings", "assets", "host", "install", "checkpoint",
                            "compute", "cuda", "mix", "overview", "separation", "cache", "worker", "playback", "htdemucs",
                            "session", "batch", "engine"),
                    Set.of(JSON, LOGGING, MANAGEMENT, PICOCLI),
                    "it says what the engine does, and works through our own types"));

    boolean seesPackage(String other) {
        return other.equals(name) || imports.contains(other);
    }

    @Override
    public String toString() {
        return "are of java.base, %s, %s or %s".formatted(name, imports, libraries);
    }
}
