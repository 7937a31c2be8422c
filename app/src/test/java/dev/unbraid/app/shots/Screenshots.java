package dev.unbraid.app.shots;

import dev.unbraid.app.RealWindow;
import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.settings.Settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Brings the real window into its main states, one after another, and takes a picture of each in every [Look]:
/// `FOLDER`. Without the model it ends after the states that need none.
final class Screenshots {
    private static final int RATE = 44_100;
    private static final double HEADER_PX = 232;
    private static final double DEMO_SECONDS = 26.8;
    /// Segments of the demo song that are done when its separation is taken.
    private static final int HALF = 2;

    private final RealWindow real;
    private final Camera camera;

    private Screenshots(RealWindow real, Path folder) {
        this.real = real;
        this.camera = new Camera(real, folder);
    }

    public static void main(String[] args) throws Exception {
        RealWindow.during(real -> new Screenshots(real, Path.of(args[0])).take());
    }

    private void take() throws Exception {
        camera.takeAll("empty");
        dialog("preferences");
        openDemo();
        camera.takeAll("imported");
        if (!isModelInstalled()) {
            System.err.println("The other pictures need the model: ./unbraid models install htdemucs");
            return;
        }
        separate();
        showStemMap(false);
        dialog("export");
        dress();
        camera.takeAll("separated");
        showStemMap(true);
        selectBox();
        camera.takeEach("stem-map", this::point);
    }

    private void showStemMap(boolean shown) throws Exception {
        RealWindow.run(() -> real.desk().view().stemMapShownProperty().set(shown));
    }

    private void openDemo() throws Exception {
        RealWindow.run(() -> {
            // Pictures show no folder of the machine they were taken on.
            Settings settings = real.desk().settings().get();
            Settings.Export export = settings.export();
            real.desk().settings().set(settings.withExport(new Settings.Export(export.format(), export.sampleRate(),
                    export.nameTemplate(), "/home/anna/Music", export.linkedGain(), export.opensFolder())));
        });
        real.command("demo");
        camera.until(() -> real.desk().session().activeSong()
                .flatMap(song -> real.desk().session().session().sound(song.mix().asset()))
                .filter(AudioAsset::isComplete));
        RealWindow.run(() -> {
            real.desk().playback().transport().seek(8L * RATE);
            List.copyOf(real.desk().session().jobs()).forEach(real.desk().session().session()::dismiss);
        });
    }

    private boolean isModelInstalled() throws IOException {
        return real.desk().session().session().separators().models().stream()
                .anyMatch(model -> model.name().equals("htdemucs") && model.installed());
    }

    /// The window in all its looks while the song is half taken apart.
    private void separate() throws Exception {
        real.command("separate");
        Job job = camera.until(() -> real.desk().session().jobs().stream()
                .filter(it -> it.kind() == Job.Kind.SEPARATION).findFirst());
        camera.until(() -> Optional.of(job.state())
                .filter(it -> it.isOver() || it instanceof JobState.Running running && running.step() >= HALF));
        camera.takeAll("separating");
        RealWindow.await(job);
    }

    private void dress() throws Exception {
        RealWindow.run(() -> {
            for (Lane lane : song().stems()) {
                LaneView view = switch (lane.stem()) {
                    case "vocals" -> LaneView.SPECTROGRAM;
                    case "other" -> LaneView.OVERLAY;
                    default -> LaneView.WAVEFORM;
                };
                real.desk().session().session().amend(new Edit.SetLook(lane.id(), lane.look().withView(view)));
            }
        });
    }

    private Song song() {
        return real.desk().session().activeSong().orElseThrow();
    }

    private void selectBox() throws Exception {
        RealWindow.run(() -> {
            ViewMirror view = real.desk().view();
            view.selectedLaneProperty().set(Optional.of(song().stems().getLast().id()));
            view.boxProperty().set(Optional.of(new BoxSelection(
                    song().mix().id(), BoxSelection.Picture.SOUND, new FrameRange(14L * RATE, 17L * RATE), 400, 3_000)));
        });
    }

    private void point() throws Exception {
        // Where the map is, is known when the window has its new size.
        real.settle();
        Node map = camera.until(() -> Optional.ofNullable(
                real.stage().getScene().lookup("#stem-map-" + song().id().value())));
        Bounds place = RealWindow.ask(() -> map.localToScreen(map.getLayoutBounds()));
        camera.point(place.getMinX() + HEADER_PX + (place.getWidth() - HEADER_PX) * 15.5 / DEMO_SECONDS,
                place.getMinY() + place.getHeight() * 0.5);
    }

    private void dialog(String command) throws Exception {
        for (Look look : Look.values()) {
            camera.dress(look);
            real.command(command);
            Stage dialog = camera.until(() -> List.copyOf(Window.getWindows()).stream()
                    .filter(it -> it instanceof Stage && it != real.stage()).map(Stage.class::cast).findFirst());
            camera.take(command, look);
            RealWindow.run(dialog::close);
        }
    }
}
