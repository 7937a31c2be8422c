package dev.unbraid.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

@DisabledIf("thereIsNoDisplay")
class GraduallyTest {
    private static final int PIECES = 4;
    private static final long LONG_MS = 12;

    @TempDir
    private Path folder;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @Test
    void aPieceThatTakesLongHasAFrameOfItsOwn() throws Exception {
        TestWindow window = TestWindow.open(folder, new NoModels(), _ -> new StackPane());
        List<Integer> frames = new ArrayList<>();
        int[] frame = {0};
        TestWindow.tell(() -> {
            EveryFrame counter = new EveryFrame(() -> frame[0]++);
            counter.setOn(true);
            Gradually gradually = new Gradually(new Label());
            for (int i = 0; i < PIECES; i++) {
                gradually.then(() -> {
                    frames.add(frame[0]);
                    busy();
                });
            }
        });
        TestWindow.until(() -> frames.size() == PIECES);
        window.close();
        assertThat(frames).doesNotHaveDuplicates().isSorted();
    }

    private static void busy() {
        long end = System.nanoTime() + LONG_MS * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
