package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.ui.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

class FileBrowserTest {
    private final BlockingQueue<Object> heard = new ArrayBlockingQueue<>(2);

    @TempDir
    private Path folder;

    private Object next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void whatIsNotThereYetIsShownByTheFolderAround() throws Exception {
        new FileBrowser(new Background(Runnable::run), heard::add, heard::add).open(folder.resolve("a").resolve("b"));
        assertThat(next()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void whoHasNoFileManagerIsToldWhereTheFilesAre() throws Exception {
        new FileBrowser(new Background(Runnable::run), _ -> { throw new IOException("none"); }, heard::add).open(folder);
        Problem problem = Problem.of((Exception) next(), Messages.of("problems", Locale.ENGLISH));
        assertThat(problem.sentence()).contains(folder.toString(), "no file manager");
        assertThat(problem.details()).contains(folder.toString());
    }
}
