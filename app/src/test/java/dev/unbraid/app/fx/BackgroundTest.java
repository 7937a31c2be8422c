package dev.unbraid.app.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class BackgroundTest {
    private final TestScreen screen = new TestScreen();
    private final Background background = new Background(screen);

    @Test
    void anAnswerIsHeardOnTheScreensThread() throws Exception {
        List<Thread> threads = new ArrayList<>();
        background.ask(Thread::currentThread, asked -> {
            threads.add(asked);
            threads.add(Thread.currentThread());
        }, problem -> fail(problem));
        screen.until(() -> !threads.isEmpty());
        assertThat(threads.get(0).isVirtual()).isTrue();
        assertThat(threads.get(1)).isSameAs(Thread.currentThread());
    }

    @Test
    void aFailureIsHeardInsteadOfAnAnswer() throws Exception {
        List<Exception> heard = new ArrayList<>();
        background.ask(() -> {
            throw new IOException("disk");
        }, _ -> fail("an answer"), heard::add);
        screen.until(() -> !heard.isEmpty());
        assertThat(heard).singleElement().isInstanceOf(IOException.class);
    }
}
