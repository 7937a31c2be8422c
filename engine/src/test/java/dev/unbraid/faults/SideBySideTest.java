package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// `unbraid separate --jobs 2` with [ToyNetwork], stopped while both songs are at work.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SideBySideTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of(""));
    private RandomSong first = new RandomSong(Path.of(""), 0, List.of());
    private Path second = Path.of("");

    private Victim separate(Path out) throws IOException {
        List<String> arguments = new ArrayList<>(first.separate(out, "--jobs", "2"));
        arguments.add(1, second.toString());
        return Victim.toyCommand(home, arguments);
    }

    @Test
    void whatIsStoppedEndsBothSongsAndTheSameCommandGoesOnWithBoth() throws Exception {
        home = Home.in(folder.resolve("home"));
        Random random = new Random(1);
        first = RandomSong.random(folder.resolve("one.wav"), random, 3);
        second = folder.resolve("two.wav");
        RandomSong.random(second, random, 3);
        Path calm = folder.resolve("calm");
        Victim undisturbed = separate(calm);
        assertThat(undisturbed.end()).as("%s", undisturbed.errors()).isZero();
        Path out = folder.resolve("out");
        home.holdAfter(4);
        Victim stopped = separate(out);
        while (!home.isHeld()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        stopped.stop();
        home.goOn();
        assertThat(stopped.end()).as("%s", stopped.errors()).isNotZero();
        assertThat(Sentences.events(stopped, "error")).extracting(it -> it.get("exitCode").getAsInt()).containsExactly(130, 130);
        assertThat(Home.tree(out)).isEmpty();
        int kept = home.segments().size();
        assertThat(kept).isGreaterThanOrEqualTo(4);
        Victim again = separate(out);
        assertThat(again.end()).as("%s", again.errors()).isZero();
        assertThat(Sentences.events(again, "result")).hasSize(2);
        assertThat(Sentences.events(again, "result").stream().mapToInt(it -> it.get("reusedSegments").getAsInt()).sum())
                .isEqualTo(kept);
        assertThat(Home.tree(out)).isEqualTo(Home.tree(calm));
        for (String name : Home.tree(calm)) {
            if (name.endsWith(".wav")) {
                assertThat(Files.mismatch(calm.resolve(name), out.resolve(name))).as(name).isEqualTo(-1);
            }
        }
        home.unlink();
    }
}
