package dev.unbraid.app;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.problems.UncaughtProblems;
import dev.unbraid.app.shell.MainWindow;
import dev.unbraid.engine.Engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/// The program with its window. Its arguments are files and folders to open.
public final class UnbraidApp extends Application {
    private Optional<AppContext> context = Optional.empty();

    @Override
    public void start(Stage stage) throws IOException {
        open(stage, Engine.behindWindow(), getParameters().getRaw().stream().map(Path::of).toList());
    }

    /// @param files and folders to open
    void open(Stage stage, Engine engine, List<Path> files) throws IOException {
        AppContext opened = AppContext.open(engine.folders(), engine::openSession);
        context = Optional.of(opened);
        new UncaughtProblems(opened.problems()).install();
        Background background = new Background();
        background.ask(() -> Beforehand.make(opened.desk().locale()), _ -> { }, opened.problems()::tell);
        MainWindow window = WindowParts.windowOn(stage, opened, engine.folders(), engine.finishedWork(), engine::recoverable);
        background.ask(Beforehand::controls, _ -> { }, opened.problems()::tell);
        window.show(files);
    }

    /// What is behind the window; empty before it is open.
    Optional<AppContext> context() {
        return context;
    }

    @Override
    public void stop() {
        context.ifPresent(AppContext::close);
    }
}
