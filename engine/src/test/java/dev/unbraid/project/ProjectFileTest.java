package dev.unbraid.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.Random;

class ProjectFileTest {
    private static final ProjectFile.Content CONTENT = new ProjectFile.Content(
            Documents.of(Documents.separated("a"), Documents.song("b")),
            new ProjectView(77, Optional.of(new FrameRange(-5, 1L << 40)), Optional.empty()),
            List.of(new ProjectFile.Sound(new AssetId("a-mix"), "Söng – mix 绊.wav")));

    @Test
    void everyDocumentReadsAsItWasWritten() throws ProjectFileException {
        for (long seed = 0; seed < 20; seed++) {
            for (Project project : new Documents(seed).walk(60).toList()) {
                var content = new ProjectFile.Content(project, CONTENT.view(), CONTENT.sounds());
                assertThat(ProjectFile.read("p", ProjectFile.write(content))).isEqualTo(content);
            }
        }
    }

    @Test
    void whatANewerProgramAddsIsIgnored() throws ProjectFileException {
        String text = ProjectFile.write(CONTENT).replace("\"folded\"", "\"added\": {}, \"folded\"");
        assertThat(ProjectFile.read("p", text)).isEqualTo(CONTENT);
    }

    @Test
    void stemsOfADocumentThatKnowsNoRefinementsWereMadeInOneGo() throws ProjectFileException {
        String text = ProjectFile.write(CONTENT).replaceFirst("(?s),\\s*\"refinements\": \\[.*?\\]", "");
        Recipe made = ProjectFile.read("p", text).project().songs().getFirst().recipe().orElseThrow();
        assertThat(made).isEqualTo(new Recipe("00ff", "htdemucs", Documents.STEMS, 1, 0.25, Long.MIN_VALUE, List.of()));
    }

    @Test
    void aNewerFormatIsNamed() {
        assertRefused(ProjectFile.write(CONTENT).replace("\"formatVersion\": 1", "\"formatVersion\": 2"),
                "my.unbraid was written by a newer Unbraid (format 2, here 1); update this program to open it.");
    }

    @Test
    void otherFilesAreNoProjects() {
        for (String text : List.of("", "[]", "7", "{}", "{\"format\": \"x\"}", "RIFF....WAVE", "{\"format\":")) {
            assertRefused(text, "my.unbraid is no project of Unbraid");
        }
    }

    @Test
    void damageIsNamedWithItsPlace() {
        String text = ProjectFile.write(CONTENT);
        assertRefused(text.replaceFirst("\"gainDb\": 0.0", "\"gainDb\": 99"),
                "my.unbraid is damaged at songs[0].mix.strip (gain of 99.0 dB); open its copy, or mend it there.");
        assertRefused(text.replaceFirst("\"heightPx\": 92", "\"heightPx\": 92.5"), "at songs[0].mix.look");
        assertRefused(text.replaceFirst("\"view\": \"waveform\"", "\"view\": 1"), "at songs[0].mix.look.view (it is no text)");
        assertRefused(text.replaceFirst("\"title\"", "\"tilte\""), "at songs[0].title (it is missing)");
        assertRefused(text.replace("\"active\": \"b\"", "\"active\": \"c\""), "at songs (active");
        assertRefused(text.replace("\"id\": \"b-mix\"", "\"id\": \"a-mix\""), "at songs (two of one name in \"Song b\")");
        assertRefused(text.replace("\"asset\": \"b-mix\"", "\"asset\": \"../b\""), "at songs[1].mix (asset ../b)");
    }

    @Test
    void whateverIsBrokenOnlyTheOneExceptionComes() {
        String text = ProjectFile.write(CONTENT);
        Random random = new Random(1);
        for (int i = 0; i < 3000; i++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(1, 40));
            String broken = text.substring(0, at) + List.of("", "null", "9", "{}", "\"", "]").get(random.nextInt(6))
                    + text.substring(end);
            try {
                ProjectFile.read("p", broken);
            } catch (ProjectFileException e) {
                assertThat(e).hasMessageStartingWith("p ");
            }
        }
    }

    private static void assertRefused(String text, String sentence) {
        assertThatExceptionOfType(ProjectFileException.class)
                .isThrownBy(() -> ProjectFile.read("my.unbraid", text))
                .withMessageContaining(sentence);
    }
}
