package dev.unbraid.faults;

import dev.unbraid.session.InputDigest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// `unbraid separate`.
record CommandPrey(Home home, RandomSong song) implements Prey {
    @Override
    public Victim start() throws IOException {
        return Victim.toyCommand(home, song.separate(out(), "--skip-existing"));
    }

    @Override
    public List<String> outcome(Victim victim) throws IOException {
        return outcome();
    }

    /// The files, with a hash of what is in each.
    List<String> outcome() throws IOException {
        List<String> hashes = new ArrayList<>();
        for (String name : Home.tree(out())) {
            Path file = out().resolve(name);
            hashes.add(Files.isRegularFile(file) ? name + " " + InputDigest.sha256(file) : name);
        }
        return hashes;
    }

    @Override
    public void rest() throws IOException {
        Home.grow(out(), ".part");
    }

    @Override
    public void runAnother() throws Exception {
        Path place = home.folder().resolve("another");
        RandomSong another = RandomSong.random(Files.createDirectories(place).resolve("another.wav"), new Random(1), 1);
        Victim.toyCommand(home, another.separate(place)).end();
        Home.delete(place);
    }

    @Override
    public List<String> sentences(Victim victim) {
        return Sentences.of(victim);
    }

    @Override
    public Path out() {
        return home.folder().resolve("out");
    }
}
