package dev.unbraid.app;

import dev.unbraid.app.problems.UncaughtProblems;
import dev.unbraid.engine.Engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program with its window. Its arguments are files and folders to open.
public final class UnbraidApp extends Application {
    private Optional<AppContext> context = Optional.empty();

    @Override
    public void start(Stage stage) throws IOException {
        Engine engine = Engine.ofThisProcess();
        AppContext opened = AppContext.open(engine.folders(), engine::openSession);
        context = Optional.of(opened);
        new UncaughtProblems(opened.problems()).install();
        WindowParts.windowOn(stage, opened, engine.folders(), engine::recoverable)
                .show(getParameters().getRaw().stream().map(Path::of).toList());
    }

    @Override
    public void stop() {
        context.ifPresent(AppContext::close);
    }
}
