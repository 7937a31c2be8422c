package dev.unbraid.app;

import atlantafx.base.theme.PrimerDark;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A real window that shows one part of the program over a [SampleDesk].
public final class SampleWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final SampleDesk sample;

    private SampleWindow(SampleDesk sample) {
        this.sample = sample;
    }

    /// @param view made when the song is read
    public static SampleWindow open(Path folder, double width, double height, Function<SampleDesk, Parent> view)
            throws Exception {
        Stage stage = FxToolkit.registerPrimaryStage();
        SampleDesk sample = onScreen(() -> {
            Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
            return new SampleDesk(folder);
        });
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(sample::isRead));
        call(() -> {
            Scene scene = new Scene(view.apply(sample), width, height);
            scene.getStylesheets().setAll(UiResources.stylesheets(ThemeColours.DARK));
            stage.setScene(scene);
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return new SampleWindow(sample);
    }

    public Desk desk() {
        return sample.desk();
    }

    /// On the JavaFX thread.
    public static <T> T onScreen(Callable<T> question) throws Exception {
        return WaitForAsyncUtils.asyncFx(question).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// On the JavaFX thread.
    public static void call(Runnable wish) throws Exception {
        onScreen(() -> {
            wish.run();
            return true;
        });
    }

    @Override
    public void close() throws Exception {
        call(sample::close);
        FxToolkit.cleanupStages();
    }
}
