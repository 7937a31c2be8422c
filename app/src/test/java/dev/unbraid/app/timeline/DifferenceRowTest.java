package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Refinement;
import dev.unbraid.project.Song;
import dev.unbraid.ui.ThemeColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display: run under xvfb-run")
class DifferenceRowTest {
    private static final int RATE = SoundFiles.RATE;
    private static final LaneId STEM = new LaneId("stem-bass");

    @TempDir
    Path folder;

    private static double tone(long frame, double level) {
        return level * Math.sin(2 * Math.PI * 1_000 * frame / RATE);
    }

    /// Nine seconds of a tone, softer from the third second to the sixth than it was before.
    private Song refined(Rig rig) throws Exception {
        Path before = SoundFiles.write(folder.resolve("before.wav"), 9 * RATE, f -> tone(f, 0.4), f -> tone(f, 0.4));
        SoundFiles.Curve softer = f -> tone(f, f >= 3 * RATE && f < 6 * RATE ? 0.2 : 0.4);
        Path now = SoundFiles.write(folder.resolve("now.wav"), 9 * RATE, softer, softer);
        Song donor = rig.open(now);
        Song song = rig.open(before, List.of("bass"), List.of(before));
        AssetId sound = donor.mix().asset();
        Rig.onScreen(() -> {
            rig.session.edit(new Edit.RefineStems(song.id(), Map.of(STEM, sound),
                    new Refinement(new FrameRange(3 * RATE, 6 * RATE), "toy", 0, 0.25, 0)));
            rig.session.amend(new Edit.RemoveSong(donor.id()));
        });
        return song;
    }

    private static Optional<Node> row(Rig rig) throws Exception {
        return ask(() -> Optional.ofNullable(rig.view.lookup("#difference-" + STEM.value())));
    }

    private static <T> T ask(Callable<T> question) throws Exception {
        return Rig.onScreenThread(question);
    }

    @Test
    void itsLaneLiesUnderTheStemAndShowsOnlyWhatDiffers() throws Exception {
        try (Rig rig = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 1_132, 700)) {
            refined(rig);
            assertThat(row(rig)).isEmpty();
            Rig.onScreen(() -> rig.session.differences().show(STEM));
            Rig.until(() -> !rig.desk.session().differencesProperty().get().isEmpty());
            rig.settle();
            Node row = row(rig).orElseThrow();
            Node stem = ask(() -> rig.view.lookup("#lane-" + STEM.value()));
            assertThat(ask(() -> row.getBoundsInParent().getMinY())).isEqualTo(ask(() -> stem.getBoundsInParent().getMaxY()));
            WritableImage image = ask(() -> rig.stage.getScene().snapshot(null));
            Point2D corner = ask(() -> row.localToScene(Row.HEADER_PX, 0));
            double up = Paints.of(rig.desk.view()).axis().upOf(1_000);
            double tone = corner.getY() + 91 * (1 - up);
            for (double x : List.of(50.0, 150.0, 280.0, 650.0, 750.0, 850.0)) {
                assertThat(red(image, corner.getX() + x, tone)).as("the same at %s", x).isLessThan(40);
            }
            for (double x : List.of(330.0, 450.0, 580.0)) {
                assertThat(red(image, corner.getX() + x, tone)).as("another at %s", x).isGreaterThan(90);
            }
            Rig.onScreen(rig.session::undo);
            Rig.until(() -> rig.view.lookup("#difference-" + STEM.value()) == null);
        }
    }

    @Test
    void aClickOnItSelectsItsStem() throws Exception {
        try (Rig rig = Rig.open(folder.resolve("desk"), ThemeColours.LIGHT, 1_132, 700)) {
            Song song = refined(rig);
            Rig.onScreen(() -> rig.session.differences().show(STEM));
            Rig.until(() -> !rig.desk.session().differencesProperty().get().isEmpty());
            // Else it may not have its place yet.
            rig.settle();
            Node row = row(rig).orElseThrow();
            double y = ask(() -> row.localToScene(0, 40).getY());
            Rig.onScreen(() -> {
                Robot robot = new Robot();
                robot.mouseMove(rig.stage.getX() + rig.stage.getScene().getX() + Row.HEADER_PX + 300,
                        rig.stage.getY() + rig.stage.getScene().getY() + y);
                robot.mouseClick(MouseButton.PRIMARY);
            });
            Rig.until(() -> rig.desk.view().selectedLaneProperty().get().equals(Optional.of(STEM)));
            assertThat(song.stems()).hasSize(1);
        }
    }

    @Test
    void aBoxThatIsDrawnInItLiesInItAndNotInItsStem() throws Exception {
        try (Rig rig = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 1_132, 700)) {
            refined(rig);
            Rig.onScreen(() -> rig.session.differences().show(STEM));
            Rig.until(() -> !rig.desk.session().differencesProperty().get().isEmpty());
            Rig.onScreen(() -> rig.desk.view().boxProperty().set(Optional.of(new BoxSelection(
                    STEM, BoxSelection.Picture.DIFFERENCE, new FrameRange(3 * RATE, 6 * RATE), 500, 2_000))));
            rig.settle();
            Node row = row(rig).orElseThrow();
            double box = ask(() -> rig.view.lookup(".timeline-box").localToScene(0, 0).getY());
            assertThat(box).isBetween(ask(() -> row.localToScene(0, 0).getY()), ask(() -> row.localToScene(0, 91).getY()));
        }
    }

    private static int red(WritableImage image, double x, double y) {
        return image.getPixelReader().getArgb((int) x, (int) y) >> 16 & 0xff;
    }
}
