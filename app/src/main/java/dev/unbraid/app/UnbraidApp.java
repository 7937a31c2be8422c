package dev.unbraid.app;

import dev.unbraid.app.exporting.ExportDialog;
import dev.unbraid.app.inspector.InspectorView;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.preferences.PreferencesDialog;
import dev.unbraid.app.problems.UncaughtProblems;
import dev.unbraid.app.separate.DeviceLabel;
import dev.unbraid.app.separate.SeparateButton;
import dev.unbraid.app.shell.Features;
import dev.unbraid.app.shell.MainWindow;
import dev.unbraid.app.shell.Zoom;
import dev.unbraid.app.tasks.JobStatus;
import dev.unbraid.app.transport.TransportBar;
import dev.unbraid.engine.DemoSong;
import dev.unbraid.engine.Engine;
import dev.unbraid.engine.Version;
import dev.unbraid.settings.MachineVersions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The program with its window. Its arguments are files and folders to open.
public final class UnbraidApp extends Application {
    private Optional<AppContext> context = Optional.empty();

    @Override
    public void start(Stage stage) throws IOException {
        Engine engine = Engine.ofThisProcess();
        AppContext opened = AppContext.open(engine);
        context = Optional.of(opened);
        new UncaughtProblems(opened.problems()).install();
        Path demo = engine.folders().cache().resolve("demo");
        MainWindow window = new MainWindow(stage, opened.desk(), features(opened.desk()),
                new MainWindow.Surroundings(opened.problems(), versions(), () -> DemoSong.unpackInto(demo)));
        window.show(getParameters().getRaw().stream().map(Path::of).toList());
    }

    private static List<String> versions() {
        return Stream.concat(Stream.of("Unbraid " + Version.number()), MachineVersions.lines().stream()).toList();
    }

    private static Features features(Desk desk) {
        SeparateButton separate = new SeparateButton(desk);
        HBox taking = new HBox(16, new DeviceLabel(desk), separate);
        Region timeline = new Region();
        return new Features(
                new TransportBar(desk), taking, new JobStatus(desk), timeline, new InspectorView(desk),
                new Zoom(() -> { }, () -> { }, () -> { }, () -> { }),
                new Features.Wishes() {
                    @Override
                    public void separate() {
                        separate.start();
                    }

                    @Override
                    public void export(Window owner) {
                        new ExportDialog(desk, owner).show();
                    }

                    @Override
                    public void preferences(Window owner) {
                        new PreferencesDialog(desk, owner).show();
                    }
                });
    }

    @Override
    public void stop() {
        context.ifPresent(AppContext::close);
    }
}
