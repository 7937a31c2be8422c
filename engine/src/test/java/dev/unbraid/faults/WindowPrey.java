package dev.unbraid.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The window, which takes up what a crash has left.
record WindowPrey(Home home, RandomSong song, int shifts) implements Prey {
    private static final String TOLD = "told ";

    @Override
    public Victim start() throws IOException {
        return Victim.start(home, HeadlessWindow.class, List.of(
                song.file().toString(), Integer.toString(song.frames()), Integer.toString(shifts)));
    }

    @Override
    public List<String> outcome(Victim victim) {
        return victim.said().stream().filter(it -> it.startsWith("hash ")).toList();
    }

    @Override
    public List<String> sentences(Victim victim) {
        return victim.said().stream().filter(it -> it.startsWith(TOLD)).map(it -> it.substring(TOLD.length())).toList();
    }

    @Override
    public void rest() throws IOException {
        Home.grow(home.cache().resolve("sessions"), "");
    }

    @Override
    public void runAnother() throws Exception {
        start().end();
    }

    @Override
    public Path out() {
        return home.folder().resolve("out");
    }
}
