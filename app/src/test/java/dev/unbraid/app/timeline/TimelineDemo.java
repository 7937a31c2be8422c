package dev.unbraid.app.timeline;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.ThemeColours;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;

import javax.imageio.ImageIO;

/// Opens a song with its true stems and takes a picture of it: `FOLDER IMAGE [light]`, the folder holding
/// `mixture.flac` and the stems.
final class TimelineDemo {
    private TimelineDemo() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        ThemeColours theme = args.length > 2 && args[2].equals("light") ? ThemeColours.LIGHT : ThemeColours.DARK;
        List<String> stems = List.of("drums", "bass", "other", "vocals");
        try (Rig rig = Rig.open(Files.createTempDirectory("timeline"), theme, 1_412, 900)) {
            rig.open(folder.resolve("mixture.flac"), stems, stems.stream().map(it -> folder.resolve(it + ".flac")).toList());
            Rig.onScreen(() -> {
                look(rig, "stem-other", LaneView.OVERLAY);
                look(rig, "stem-vocals", LaneView.SPECTROGRAM);
            });
            rig.settle();
            Rig.onScreen(() -> {
                rig.desk.view().selectionProperty().set(Optional.of(
                        new FrameRange(44_100L * 61, 44_100L * 79)));
                rig.view.zoomToSelection();
                rig.view.clearSelection();
                rig.transport.seek(44_100L * 68);
            });
            rig.settle();
            save(rig, args[1]);
        }
        System.exit(0);
    }

    private static void look(Rig rig, String lane, LaneView view) {
        rig.session.project().lane(new LaneId(lane)).ifPresent(it ->
                rig.session.amend(new Edit.SetLook(it.id(), it.look().withView(view))));
    }

    static void save(Rig rig, String file) throws Exception {
        WritableImage image = Rig.onScreenThread(() -> rig.stage.getScene().snapshot(null));
        BufferedImage picture = SwingFXUtils.fromFXImage(image, null);
        ImageIO.write(picture, "png", new File(file));
    }
}
