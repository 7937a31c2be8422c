package dev.unbraid.app;

import dev.unbraid.app.compare.DifferenceHeader;
import dev.unbraid.app.compare.DisagreementHeader;
import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.exporting.ExportDialog;
import dev.unbraid.app.exporting.ExportHome;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.inspector.InspectorView;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mixer.CarryListener;
import dev.unbraid.app.mixer.LaneHeader;
import dev.unbraid.app.preferences.PreferencesDialog;
import dev.unbraid.app.queue.QueueWindow;
import dev.unbraid.app.separate.CompareButton;
import dev.unbraid.app.separate.DeviceLabel;
import dev.unbraid.app.separate.SeparateButton;
import dev.unbraid.app.separate.SeparationSection;
import dev.unbraid.app.shell.Features;
import dev.unbraid.app.shell.MainWindow;
import dev.unbraid.app.shell.Zoom;
import dev.unbraid.app.sum.SumSection;
import dev.unbraid.app.tasks.JobStatus;
import dev.unbraid.app.timeline.RowHeaders;
import dev.unbraid.app.timeline.TimelineView;
import dev.unbraid.app.transport.TransportBar;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.engine.DemoSong;
import dev.unbraid.engine.Version;
import dev.unbraid.project.LaneId;
import dev.unbraid.session.Recoverable;
import dev.unbraid.settings.MachineVersions;
import dev.unbraid.settings.MusicFolder;
import dev.unbraid.settings.UserFolders;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/// The features' views over one desk, and the window that shows them.
final class WindowParts implements Features.Wishes {
    /// What was seen last stays in sight.
    private static final double NEARLY_A_SCREEN = 0.8;

    private final Desk desk;
    private final FinishedWork work;
    private final ExportHome exportHome;
    private final SeparateButton separate;
    private final TimelineView timeline;
    private final QueueWindow queue;

    private WindowParts(Desk desk, FinishedWork work, ExportHome exportHome, QueueWindow queue) {
        this.desk = desk;
        this.work = work;
        this.exportHome = exportHome;
        separate = new SeparateButton(desk);
        timeline = new TimelineView(desk, new RowHeaders(
                this::header, stem -> new DifferenceHeader(desk, stem), stem -> new DisagreementHeader(desk, stem)));
        this.queue = queue;
    }

    private LaneHeader header(LaneId lane) {
        LaneHeader header = new LaneHeader(desk, lane);
        header.setOnCarry(new Carrying(lane));
        header.setOnExport(stem -> ExportDialog.forStem(desk, exportHome, header.getScene().getWindow(), stem).show());
        return header;
    }

    private final class Carrying implements CarryListener {
        private final LaneId lane;

        Carrying(LaneId lane) {
            this.lane = lane;
        }

        @Override
        public void over(double sceneY) {
            timeline.carryStem(lane, sceneY);
        }

        @Override
        public void dropped(double sceneY) {
            timeline.dropStem(lane, sceneY);
        }

        @Override
        public void abandoned() {
            timeline.leaveStem();
        }
    }

    /// @param work        what separations have left on disk
    /// @param recoverable finds what a crash has left
    static MainWindow windowOn(
            Stage stage, AppContext context, UserFolders folders, FinishedWork work,
            Callable<List<Recoverable>> recoverable) {
        Path demo = folders.cache().resolve("demo");
        FileBrowser browser = new FileBrowser(new Background(), context.problems()::tell);
        WindowParts parts = new WindowParts(context.desk(), work,
                new ExportHome(folders.cache(), MusicFolder.ofThisUser(), browser),
                new QueueWindow(context.desk(), context.problems()::tell));
        MainWindow window = new MainWindow(stage, context.desk(), parts.features(),
                new MainWindow.Surroundings(context.problems(), versions(), () -> DemoSong.unpackInto(demo), recoverable));
        parts.timeline.onAddSong(window.commands().named("open").action());
        return window;
    }

    private static List<String> versions() {
        return Stream.concat(Stream.of("Unbraid " + Version.number()), MachineVersions.lines().stream()).toList();
    }

    private Features features() {
        return new Features(
                new TransportBar(desk),
                new HBox(16, new DeviceLabel(desk), new CompareButton(desk), separate),
                new JobStatus(desk),
                timeline,
                inspector(),
                new Zoom(timeline::zoomIn, timeline::zoomOut, timeline::fit, timeline::zoomToSelection,
                        () -> timeline.scrollBy(-NEARLY_A_SCREEN), () -> timeline.scrollBy(NEARLY_A_SCREEN),
                        timeline::enlargeLanes, timeline::shrinkLanes),
                this,
                timeline.rehearsal());
    }

    private InspectorView inspector() {
        InspectorView inspector = new InspectorView(desk);
        VBox separation = new VBox(new SeparationSection(desk), new SumSection(desk));
        separation.getStyleClass().add("ub-separation-parts");
        inspector.setSeparationSection(separation);
        inspector.setOnZoomToSelection(timeline::zoomToSelection);
        inspector.setOnExportSelection(() -> ExportDialog.forSelection(desk, exportHome, inspector.getScene().getWindow()).show());
        return inspector;
    }

    @Override
    public void separate() {
        separate.start();
    }

    @Override
    public void separateSelection() {
        separate.showAgain();
    }

    @Override
    public void export(Window owner) {
        new ExportDialog(desk, exportHome, owner).show();
    }

    @Override
    public void separateMany(Window owner, List<Path> pointedAt) {
        queue.show(owner, pointedAt);
    }

    @Override
    public boolean isQueueBusy() {
        return queue.isBusy();
    }

    @Override
    public void preferences(Window owner) {
        new PreferencesDialog(desk, work, owner).show();
    }
}
