package dev.unbraid.app.shots;

import dev.unbraid.app.RealWindow;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Takes pictures of the screen where the window is, with all that is open over it.
final class Camera {
    private static final int PATIENCE_MILLIS = 120_000;

    private final RealWindow real;
    private final Path folder;

    Camera(RealWindow real, Path folder) {
        this.real = real;
        this.folder = folder;
    }

    interface Pose {
        void strike() throws Exception;
    }

    void takeAll(String state) throws Exception {
        takeEach(state, () -> { });
    }

    void takeEach(String state, Pose pose) throws Exception {
        for (Look look : Look.values()) {
            dress(look);
            pose.strike();
            take(state, look);
        }
    }

    void dress(Look look) throws Exception {
        RealWindow.run(() -> {
            real.stage().setWidth(look.width());
            real.stage().setHeight(look.height());
            real.desk().settings().set(look.in(real.desk().settings().get()));
        });
        // Where it points at nothing.
        point(look.width() - 1, look.height() - 1);
    }

    void point(double x, double y) throws Exception {
        RealWindow.run(() -> new Robot().mouseMove(x, y));
    }

    void take(String state, Look look) throws Exception {
        real.settle();
        BufferedImage picture = RealWindow.ask(() -> {
            WritableImage screen = new Robot().getScreenCapture(null, 0, 0, look.width(), look.height());
            return SwingFXUtils.fromFXImage(screen, null);
        });
        write(Palette.of(picture).paint(picture), folder.resolve(look.fileName(state)));
    }

    private static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam smallest = writer.getDefaultWriteParam();
        smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        smallest.setCompressionQuality(0);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(Files.newOutputStream(file))) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), smallest);
        } finally {
            writer.dispose();
        }
        System.out.printf("%s %d KB%n", file.getFileName(), Files.size(file) / 1_000);
    }

    /// Asks the JavaFX thread until there is an answer.
    <T> T until(Callable<Optional<T>> question) throws Exception {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += 10) {
            Optional<T> answer = RealWindow.ask(question);
            if (answer.isPresent()) {
                return answer.get();
            }
            Thread.sleep(10);
        }
        throw new IllegalStateException("nothing happened");
    }
}
