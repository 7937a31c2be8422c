package dev.unbraid.app.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.audio.NoRoomException.Lack;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.Damage;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.separation.Loss;
import dev.unbraid.separation.Mishap;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.NetworkLostException;
import dev.unbraid.session.OutputRefusedException;
import dev.unbraid.session.Remark;
import dev.unbraid.settings.SettingsFlaw;
import dev.unbraid.ui.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Whatever the engine has to tell, a Chinese window tells in Chinese.
class ChineseTest {
    /// Three words of Latin letters in a row; names of files, formats and units are fewer.
    private static final String ENGLISH = "(?s).*[a-zA-Z]{2,}[ ,;]+[a-zA-Z]{2,}[ ,;]+[a-zA-Z]{2,}.*";
    private static final Path SONG = Path.of("/乐/歌.wav");
    private static final Duration LATE = Duration.ofMillis(3_723_456);
    private static final Messages WORDS = Messages.of("problems", Locale.SIMPLIFIED_CHINESE);

    static Stream<Remark> remarks() {
        Stream<Remark> fixed = Stream.of(
                new Remark.Damaged(new Damage.Gaps(SONG, 1, LATE)),
                new Remark.Damaged(new Damage.Gaps(SONG, 7, LATE)),
                new Remark.Damaged(new Damage.NoNumbers(SONG, 3)),
                new Remark.Damaged(new Damage.FormatChange(SONG, LATE)),
                new Remark.Damaged(new Damage.EarlyEnd(SONG, LATE, LATE.plusSeconds(9))),
                new Remark.FewerChannels(6, 2),
                new Remark.NothingKept(SONG, "只读"),
                new Remark.NotCompared(),
                new Remark.Unlocked("歌"),
                new Remark.FinerBits(12_345),
                new Remark.RoundedStems(44_100),
                new Remark.SoundsLost(List.of("歌"), List.of("曲")),
                new Remark.FilesMissing("歌.unbraid", List.of("a.wav", "b.wav"), "歌.unbraid-audio"));
        Stream<Remark> lost = Arrays.stream(Loss.values()).flatMap(loss -> Arrays.stream(Mishap.After.values())
                .map(after -> new Remark.NetworkLost(new Mishap(loss, "cpu", after, 2))));
        return Stream.concat(fixed, lost);
    }

    @ParameterizedTest
    @MethodSource("remarks")
    void everyRemarkIsWorded(Remark remark) {
        assertThatItIsChinese(new RemarkWords(Locale.SIMPLIFIED_CHINESE).of(remark));
        assertThat(remark.sentence()).matches(ENGLISH);
        assertThat(new RemarkWords(Locale.ENGLISH).of(remark)).matches(ENGLISH).endsWith(".").doesNotContain("{");
    }

    @Test
    void noKindOfRemarkIsForgotten() {
        assertThat(Stream.concat(
                        Arrays.stream(Remark.class.getPermittedSubclasses()),
                        Arrays.stream(Damage.class.getPermittedSubclasses())))
                .allMatch(kind -> remarks().anyMatch(it -> kind.isInstance(it)
                        || it instanceof Remark.Damaged(Damage damage) && kind.isInstance(damage)));
    }

    static Stream<Exception> failures() {
        IOException cause = new IOException("some words of a library");
        return Stream.of(
                Arrays.stream(ModelUnavailableException.Reason.values())
                        .map(it -> new ModelUnavailableException(it, "Use --device cpu or so.", cause)),
                Arrays.stream(Loss.values()).map(it -> new NetworkLostException(it, "Some words for a terminal.", cause)),
                Stream.of(new Lack.Full("/乐"), new Lack.Disk("/乐", 5_000_000_000L, 7), new Lack.Memory(1, 9, 7), new Lack.Memory(3, 9, 7))
                        .map(it -> new NoRoomException(it, "There is no room.")))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsWorded(Exception thrown) {
        assertThatItIsChinese(Problem.of(thrown, WORDS).sentence());
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonHasASentence(String key) {
        assertThatItIsChinese(WORDS.text(key, "/乐/歌.wav", "0:01"));
    }

    static Stream<String> reasons() {
        return Stream.concat(
                Arrays.stream(UnreadableAudioException.Reason.values()).map(it -> "unreadable." + Words.key(it)),
                Arrays.stream(OutputRefusedException.Reason.values()).map(it -> "output." + Words.key(it)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no sound at all, but letters"})
    void aFileWithoutSoundIsRefusedInChinese(String content) throws IOException {
        Path file = Files.createTempFile("歌", ".wav");
        try {
            Files.writeString(file, content);
            assertThatCode(() -> AudioFiles.open(file)).isInstanceOfSatisfying(UnreadableAudioException.class,
                    it -> assertThatItIsChinese(Problem.of(it, WORDS).sentence()));
        } finally {
            Files.delete(file);
        }
    }

    static Stream<SettingsFlaw> flaws() {
        return Stream.of(
                new SettingsFlaw.Unreadable(SONG, "只读"),
                new SettingsFlaw.SetAside(SONG, "旧.json"),
                new SettingsFlaw.Stuck(SONG, "只读"),
                new SettingsFlaw.Value(SONG, "sound.bufferFrames", "7", "a number of frames"));
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void everyFlawOfThePreferencesIsWorded(SettingsFlaw flaw) {
        assertThatItIsChinese(new Words(WORDS).flaw(flaw));
        assertThat(flaw.sentence()).matches(ENGLISH);
    }

    private static void assertThatItIsChinese(String words) {
        assertThat(words).containsPattern("\\p{IsHan}{3}").endsWith("。").doesNotMatch(ENGLISH).doesNotContain("{", "`");
    }
}
