package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SeparateCommandTest {
    @TempDir
    Path home;

    private Run separate(String... args) {
        List<String> all = new ArrayList<>(List.of("separate"));
        all.addAll(List.of(args));
        return Run.in(home, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--overlap=1", "--overlap=-0.1", "--overlap=NaN", "--overlap=x", "--shifts=-1", "--shifts=1.5", "--threads=0",
        "--seed=x", "--jobs=0", "--jobs=x", "--retry=-1", "--retry=x", "--device=tpu", "--format=ogg", "--bits=8", "--rate=7", "--clip=hard", "--name={foo}", "--name=fixed",
        "--stems=vocals --two-stems=vocals", "--rest=add", "--overwrite --skip-existing", "--format=flac --bits=32f",
        "--format=mp3 --bits=16", "--disagreement", "--disagreement --shifts=1", "--nonsense"
    })
    void aWrongOptionIsAUsageErrorThatNamesIt(String options) {
        Run run = separate(("song.wav " + options).split(" "));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(options.contains(" --bits") ? "--bits" : options.split("[= ]")[0]);
    }

    @Test void withoutAFileItAsksForOne() {
        assertThat(separate().code()).isEqualTo(2);
        assertThat(separate().err()).contains("FILE");
    }

    @Test void aModelThatIsNotInstalledIsCode4WithTheWayToGetIt() {
        Run run = separate("song.wav");
        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("unbraid models install htdemucs");
        assertThat(separate("--json", "song.wav").out()).contains("\"exitCode\":4");
    }

    @Test void theHelpNamesEveryOptionAndItsDefault() {
        String help = separate("--help").out().replaceAll("\\s+", " ");
        for (String option : List.of("--out", "--model", "--stems", "--two-stems", "--rest", "--shifts", "--seed", "--overlap",
                "--device", "--threads", "--format", "--bits", "--rate", "--clip", "--name", "--overwrite", "--skip-existing",
                "--recursive", "--jobs", "--retry", "--dry-run", "--recipe", "--no-recipe", "--disagreement",
                "--json", "--quiet")) {
            assertThat(help).contains(option);
        }
        assertThat(help).contains("Default: 0.25").contains("{track}/{stem}.{ext}").contains("Default: htdemucs");
    }

    @Test void severalFilesEndInASummaryWhoseWorstCodeCounts() {
        List<FileOutcome> outcomes = List.of(
                FileOutcome.done("a.wav", "done in 0:01"),
                FileOutcome.failed("b.wav", new Failure(ExitCode.UNREADABLE, "b.wav is empty.")));
        assertThat(FileOutcome.worst(outcomes)).isEqualTo(ExitCode.UNREADABLE);
        assertThat(FileOutcome.lines(outcomes)).containsExactly(
                "File   Code  Outcome", "a.wav     0  done in 0:01", "b.wav     3  b.wav is empty.",
                "2 files: 1 done, 0 skipped, 1 failed.");
        assertThat(FileOutcome.event(outcomes).get("exitCode").getAsInt()).isEqualTo(3);
    }
}
