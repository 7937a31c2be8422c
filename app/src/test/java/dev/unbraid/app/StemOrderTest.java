package dev.unbraid.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.project.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

@DisabledIf(value = "thereIsNoDisplay", disabledReason = "needs a display, real or virtual")
class StemOrderTest {
    private static final String NAME = ".ub-lane-name";

    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private OpenWindow open;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @BeforeEach
    void openASongWithStems() throws Exception {
        open = OpenWindow.in(home, "en");
        open.openSong(OpenWindow.demo(home.resolve("song.flac")));
        open.separate();
    }

    @AfterEach
    void close() {
        robot.release(MouseButton.PRIMARY);
        open.close();
    }

    private List<String> order() throws Exception {
        return TestWindow.ask(() -> open.song().stems().stream().map(Lane::stem).toList());
    }

    private Node node(String selector) throws Exception {
        return TestWindow.ask(() -> open.stage.getScene().lookup(selector));
    }

    private Bounds onScreen(Node node) throws Exception {
        return TestWindow.ask(() -> node.localToScreen(node.getBoundsInLocal()));
    }

    private Point2D name(String stem) throws Exception {
        Bounds bounds = onScreen(node("#lane-%s %s".formatted(stem, NAME)));
        return new Point2D(bounds.getMinX() + 12, bounds.getCenterY());
    }

    /// @param down from the upper edge of the stem's row, as a share of its height
    private Point2D below(String stem, double down) throws Exception {
        Bounds row = onScreen(node("#lane-" + stem));
        return new Point2D(name(stem).getX(), row.getMinY() + down * row.getHeight());
    }

    private void carry(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY).moveBy(0, 10).moveTo(to);
    }

    @Test
    void aHeaderThatIsDraggedByItsNameTakesItsStemAlong() throws Exception {
        carry(name("drums"), below("other", 0.7));
        Node line = node("#drop-line");
        assertThat(TestWindow.ask(line::isVisible)).isTrue();
        assertThat(onScreen(line).getCenterY()).isBetween(below("vocals", 0).getY() - 2, below("vocals", 0).getY() + 2);
        assertThat(order()).startsWith("drums");
        robot.release(MouseButton.PRIMARY);
        assertThat(order()).containsExactly("bass", "other", "drums", "vocals");
        assertThat(TestWindow.ask(line::isVisible)).isFalse();
        carry(name("vocals"), below("bass", 0.2));
        robot.release(MouseButton.PRIMARY);
        assertThat(order()).containsExactly("vocals", "bass", "other", "drums");
        TestWindow.tell(() -> open.desk().session().session().undo());
        assertThat(order()).containsExactly("bass", "other", "drums", "vocals");
    }

    @Test
    void escapeLeavesItWhereItWas() throws Exception {
        carry(name("drums"), below("other", 0.7));
        robot.type(KeyCode.ESCAPE);
        assertThat(TestWindow.ask(node("#drop-line")::isVisible)).isFalse();
        robot.moveBy(0, 8).release(MouseButton.PRIMARY);
        assertThat(order()).containsExactly("drums", "bass", "other", "vocals");
    }

    @Test
    void whatIsDraggedForItselfCarriesNothing() throws Exception {
        for (String part : List.of(".ub-fader", ".ub-solo", ".ub-grip")) {
            // The grip comes with the pointer.
            robot.moveTo(name("drums"));
            Bounds bounds = onScreen(node("#lane-drums " + part));
            carry(new Point2D(bounds.getCenterX(), bounds.getCenterY()), below("other", 0.7));
            assertThat(TestWindow.ask(node("#drop-line")::isVisible)).as(part).isFalse();
            robot.release(MouseButton.PRIMARY);
        }
        assertThat(order()).containsExactly("drums", "bass", "other", "vocals");
    }
}
