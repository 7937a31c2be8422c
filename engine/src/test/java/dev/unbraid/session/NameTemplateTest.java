package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.codec.Tags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

class NameTemplateTest {
    private static String name(String pattern, String track, int copy) {
        return new NameTemplate(pattern)
                .resolve(new NameValues(track, "vocals", "wav", "htdemucs", Tags.NONE), copy)
                .toString();
    }

    @Test
    void stemsLieInAFolderNamedByTrack() {
        assertThat(name("{track}/{stem}.{ext}", "Größe 绊 🎸", 1)).isEqualTo("Größe 绊 🎸/vocals.wav");
    }

    @Test
    void tagsFillTheirPlaceholdersOrSayThatTheyAreUnknown() {
        Tags tags = new Tags(Optional.of("A/B"), Optional.of("AC/DC"), Optional.empty(), Optional.of("1980"));
        NameValues values = new NameValues("01", "bass", "flac", "htdemucs", tags);
        assertThat(new NameTemplate("{artist}/{album} {date}/{title} {stem} {model}.{ext}").resolve(values, 1))
                .isEqualTo(Path.of("AC_DC/unknown album 1980/A_B bass htdemucs.flac"));
    }

    @ParameterizedTest
    @CsvSource({
        "what?, what_", "a:b*c, a_b_c", "con, _con", "NUL.txt, _NUL.txt", "dots..., dots", "'..', _", "'a\tb', a_b",
        "'  x  ', x", "a\\b, a_b"
    })
    void whatSomeFileSystemRefusesIsReplaced(String track, String folder) {
        assertThat(name("{track}/{stem}.{ext}", track, 1)).isEqualTo(folder + "/vocals.wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ü", "绊", "🎸"})
    void longNamesGiveWayButKeepStemEndingAndNumber(String character) {
        String file = name("{track} - {stem}.{ext}", character.repeat(250), 2);
        assertThat(file).endsWith(" (2) - vocals.wav").startsWith(character.repeat(50));
        assertThat(file.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
        assertThat(file.codePoints().limit(50)).containsOnly(character.codePointAt(0));
    }

    @Test
    void namesakesAreToldApartWithOrWithoutTrackInTheName() {
        assertThat(name("{track}/{stem}.{ext}", "song", 2)).isEqualTo("song (2)/vocals.wav");
        assertThat(name("{stem}.{ext}", "song", 3)).isEqualTo("vocals (3).wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{track}.{ext}", "{stem}{what}", "../{stem}", "/tmp/{stem}", "a//{stem}", "a\\{stem}", "./{stem}"})
    void aTemplateThatCannotWorkIsRefused(String pattern) {
        assertThatThrownBy(() -> new NameTemplate(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + pattern + "\"");
    }
}
