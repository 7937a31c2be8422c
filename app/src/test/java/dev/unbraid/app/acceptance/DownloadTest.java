package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.checkpoint.ElementType;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.SafeTensors;
import dev.unbraid.checkpoint.TensorData;
import dev.unbraid.engine.Engine;
import dev.unbraid.project.Lane;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// A model comes from a server that takes its time.
@NeedsDisplay
@Timeout(180)
class DownloadTest {
    private static final String MODEL = "tiny";
    private static final int BLOCKS = 40;
    private static final int BEFORE_CANCEL = 10;
    private static final String SEPARATE = ".ub-split-main";

    @TempDir
    Path folder;

    private SlowServer server;
    private ModelCatalog catalog;

    @BeforeEach
    void serve() throws Exception {
        Path weights = folder.resolve("weights");
        int numbers = BLOCKS * SlowServer.BLOCK / Float.BYTES;
        SafeTensors.write(weights,
                List.of(new TensorData("a", ElementType.F32, List.of(numbers), ByteBuffer.allocate(numbers * Float.BYTES))),
                Map.of("architecture", "HTDemucs", "arguments", "{}"));
        byte[] content = Files.readAllBytes(weights);
        server = new SlowServer(content);
        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        catalog = ModelCatalog.parse("""
                {"host": "%s", "licence": "personal", "models": [{
                    "name": "%s", "title": "Tiny", "sources": ["drums", "bass", "other", "vocals"],
                    "members": [{"file": "tiny.th", "sha256": "%s", "bytes": %d, "weights": [1, 1, 1, 1]}]}]}
                """.formatted(server.address(), MODEL, sha256, content.length));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatWasStoppedGoesOnWhereItWasAndThenSeparates() throws Exception {
        Home home = Home.in(folder.resolve("home")).prefer(it ->
                it.withSeparation(new Settings.Separation(MODEL, List.of(), 0, "auto", 20)));
        Path song = Sounds.noise(folder.resolve("song.wav"), 1);
        Engine real = home.engine(catalog);
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(new Catalogue(real)), song)) {
            window.awaitSongs(1);
            window.awaitNamed(SEPARATE, MODEL);
            window.click(SEPARATE);
            window.clickText("Install and separate");
            awaitProgress("0");
            server.let(BEFORE_CANCEL);
            awaitProgress("2[45]");
            window.clickText("Cancel");
            window.awaitText("Stopped. What has arrived is kept");
            assertThat(real.store().names()).isEmpty();

            window.press(KeyCode.ESCAPE);
            Lane mix = window.song().mix();
            window.click(WindowUnderTest.laneQuery(mix) + " .ub-mute");
            Screen.until("the mix is silent", () -> window.session().project().lane(mix.id()).orElseThrow().strip().muted());
            assertThat(window.sentences()).isEmpty();

            window.click(SEPARATE);
            window.clickText("Resume");
            server.let(2 * BLOCKS);
            Screen.until("stems are there", () -> window.session().project().activeSong().orElseThrow().stems().size() == 4);
            assertThat(server.ranges()).containsExactly("", "bytes=" + BEFORE_CANCEL * SlowServer.BLOCK + "-");
            assertThat(real.store().names()).containsExactly(MODEL);
            real.store().verify(MODEL);
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Done());
        }
    }

    private static void awaitProgress(String percent) throws InterruptedException {
        Screen.until(percent + " % have come",
                () -> WindowUnderTest.read().anyMatch(it -> it.matches("Downloading · " + percent + " %.*")));
    }
}
