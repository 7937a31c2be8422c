package dev.unbraid.app.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.SampleDesk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

class SessionMirrorTest {
    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void whoHearsOfTheDocumentSeesItsActiveSong(@TempDir Path folder) throws Exception {
        AtomicInteger behind = new AtomicInteger();
        SampleDesk sample = WaitForAsyncUtils.asyncFx(() -> {
            SampleDesk made = new SampleDesk(folder);
            SessionMirror session = made.desk().session();
            session.projectProperty().addListener((_, _, project) -> {
                if (!session.activeSong().equals(project.activeSong())) {
                    behind.incrementAndGet();
                }
            });
            return made;
        }).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(sample::isRead).get());
        WaitForAsyncUtils.asyncFx(() -> {
            sample.separate();
            sample.close();
        }).get(20, TimeUnit.SECONDS);
        assertThat(behind).hasValue(0);
    }
}
