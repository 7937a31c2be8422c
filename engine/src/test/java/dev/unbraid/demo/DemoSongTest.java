package dev.unbraid.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

class DemoSongTest {
    private static final int STREAM_INFO = 8;
    private static final byte[] SONG = bytes("demo-song.flac");

    @Test void theSongIsAFlacFileOfLessThanThreeMegabytes() {
        assertThat(new String(SONG, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("fLaC");
        assertThat(SONG.length).isLessThan(3_000_000);
    }

    @Test void theSongIsCdStereoOfTwentyToTwentyEightSeconds() {
        long packed = ByteBuffer.wrap(SONG).getLong(STREAM_INFO + 10);
        long rate = packed >>> 44;
        assertThat(rate).isEqualTo(44_100);
        assertThat((packed >>> 41 & 0x7) + 1).as("channels").isEqualTo(2);
        assertThat((packed >>> 36 & 0x1f) + 1).as("bits").isEqualTo(16);
        assertThat((packed & 0xf_ffff_ffffL) / (double) rate).as("seconds").isBetween(20.0, 28.0);
    }

    @Test void theTextBesideItNamesTheSongAndEveryStem() throws IOException {
        Properties about = new Properties();
        about.load(new InputStreamReader(resource("demo-song.properties"), StandardCharsets.UTF_8));
        assertThat(about).containsEntry("title", "Line by Line").containsEntry("artist", "Unbraid").containsEntry("year", "2026");
        assertThat(about.getProperty("listen")).contains("drums", "bass", "other", "vocals");
    }

    @Test void theTagsAgreeWithTheTextBesideIt() {
        String head = new String(SONG, 0, 1_000, StandardCharsets.ISO_8859_1);
        assertThat(head).contains("TITLE=Line by Line", "ARTIST=Unbraid", "ALBUM=Unbraid demo", "DATE=2026");
    }

    private static byte[] bytes(String name) {
        try (InputStream in = resource(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DemoSongTest.class.getResourceAsStream("/dev/unbraid/demo/" + name), name);
    }
}
