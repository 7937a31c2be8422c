package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

@DisabledIf("thereIsNoDisplay")
class FirstThatFitsTest {
    private static final List<String> LENGTHS = List.of("FLAC · 44.1 kHz · 24-bit", "FLAC · 44.1 kHz", "FLAC");

    @TempDir
    private Path folder;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @Test
    void whatHasNoRoomIsLeftOutAndNeverCut() throws Exception {
        TestWindow window = TestWindow.open(folder, new NoModels(), _ -> {
            FirstThatFits text = new FirstThatFits();
            text.getStyleClass().add("details");
            text.show(LENGTHS);
            return new StackPane(text);
        });
        try {
            FirstThatFits text = (FirstThatFits) window.stage().getScene().lookup(".details");
            List<Double> needed = TestWindow.ask(() -> text.getChildrenUnmodifiable().stream().map(it -> it.prefWidth(-1)).toList());
            for (int i = 0; i < LENGTHS.size(); i++) {
                assertThat(shownIn(text, needed.get(i) + 2)).containsExactly(LENGTHS.get(i));
            }
            assertThat(shownIn(text, needed.getLast() - 4)).isEmpty();
        } finally {
            window.close();
        }
    }

    private static List<String> shownIn(FirstThatFits text, double width) throws Exception {
        return TestWindow.ask(() -> {
            text.resize(width, 20);
            text.layout();
            return TestWindow.shown(Label.class).stream().map(Label::getText).toList();
        });
    }
}
