package dev.unbraid.app;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.engine.Engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;

/// The program as it is started, over an engine of a test's, and what lies behind its window. JavaFX thread.
public final class WholeApp {
    private final UnbraidApp app = new UnbraidApp();
    private final AppContext context;

    public WholeApp(Stage stage, Engine engine, List<Path> files) throws IOException {
        app.open(stage, engine, files);
        context = app.context().orElseThrow();
    }

    public Desk desk() {
        return context.desk();
    }

    public Problems problems() {
        return context.problems();
    }

    public void stop() {
        app.stop();
    }
}
