package dev.unbraid.app.timeline;

import dev.unbraid.app.fx.Pulse;
import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.ChosenRange;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.app.timeline.tool.PointerTool;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.overview.TileKey;
import dev.unbraid.project.LaneId;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

/// The songs over time: overview, ruler, and a row for every lane and stem map, each with its header at the left.
///
/// Paints at most once a frame. Pictures take 4 bytes a pixel that is seen; gathered spectrogram rows at most 160
/// tiles of 128 columns a sound and row: 2 MB for a lane of 92 pixels, 4 MB a sound for a stem map of 188.
public final class TimelineView extends Region {
    private static final double KEY_ZOOM = 1.5;
    private static final double KEY_STRETCH = 1.2;
    private static final double TOP_PX = OverviewStrip.HEIGHT_PX + RulerView.HEIGHT_PX;
    private static final double BAR_PX = 10;
    private static final int GATHERED_PER_FRAME = 10;

    private final Desk desk;
    private final TimelineModel model;
    private final RowList rows;
    private final RowSurface surface;
    private final Painter painter;
    private final Hover hover;
    private final OverviewStrip overview;
    private final RulerView ruler;
    private final Overlay overlay = new Overlay();
    private final LeftCells left;
    private final StemDrop stemDrop;
    private final ReadoutCard card;
    private final ScrollBar scrollBar = new ScrollBar();
    private final Rectangle rowsClip = new Rectangle();
    private final Pane rowsPane;
    private final Pulse pulse = new Pulse(this::frame);
    private final RowRehearsal rehearsal;

    public TimelineView(Desk desk, RowHeaders headers) {
        this.desk = desk;
        Messages messages = Messages.of("timeline", desk.locale());
        model = new TimelineModel(desk);
        new SelectionBounds(desk, model);
        Gathering gathering = new Gathering(GATHERED_PER_FRAME, this::tileArrived);
        rows = new RowList(desk, gathering, headers);
        Readout readout = new Readout(desk);
        surface = new RowSurface(rows, model, readout);
        painter = new Painter(desk, rows, surface, gathering);
        card = new ReadoutCard(desk.locale());
        hover = new Hover(surface, readout, card, y -> y - TOP_PX - rows.getTranslateY());
        overview = new OverviewStrip(desk, model);
        ruler = new RulerView(x -> desk.playback().transport().seek(surface.frameAt(x)));
        left = new LeftCells(messages);
        stemDrop = new StemDrop(desk, rows);
        rowsPane = new Pane(rows);
        rehearsal = new RowRehearsal(desk, gathering, headers, rowsPane);
        compose(messages);
        listen();
        documentChanged();
    }

    private void compose(Messages messages) {
        getStyleClass().add("timeline");
        setId("timeline");
        setAccessibleText(messages.text("timeline"));
        overview.setAccessibleText(messages.text("overview.accessible"));
        ruler.setAccessibleText(messages.text("ruler.accessible"));
        scrollBar.setAccessibleText(messages.text("scroll.accessible"));
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setFocusTraversable(false);
        rowsPane.setClip(rowsClip);
        getChildren().addAll(left, rowsPane, overview, ruler, overlay, scrollBar, card);
    }

    private void listen() {
        ViewMirror view = desk.view();
        for (Observable look : List.of(
                view.themeProperty(), view.spectrogramProperty(), view.frequencyScaleProperty(), view.colourMapProperty(),
                view.lowestHzProperty(), view.highestHzProperty(), view.lowestDbProperty(), view.highestDbProperty(),
                view.boostDbProperty(), view.waveformInDecibelsProperty(), view.channelsMixedProperty())) {
            look.addListener(_ -> looksChanged());
        }
        for (Observable place : List.of(
                model.viewportProperty(), view.selectionProperty(), view.boxProperty(), desk.playback().loopProperty(),
                scrollBar.valueProperty())) {
            place.addListener(_ -> pulse.request());
        }
        scrollBar.valueProperty().addListener(_ -> left.placeAddRow(
                TOP_PX + rows.plan().height() - Math.rint(scrollBar.getValue())));
        for (Observable rowsShown : List.of(
                desk.session().projectProperty(), desk.session().differencesProperty(), view.stemMapShownProperty(),
                view.differenceViewProperty(), view.differenceHeightPxProperty(),
                desk.session().disagreements().shownProperty(), view.disagreementHeightPxProperty())) {
            rowsShown.addListener(_ -> documentChanged());
        }
        heightProperty().addListener(_ -> rows.setRoom(rowsHeight()));
        desk.playback().positionFrameProperty().addListener((_, _, now) -> showPlayhead(now.longValue()));
        desk.tiles().onTile(this::tileArrived);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                pulse.stop();
            } else {
                pulse.start();
                pulse.request();
            }
        });
        new PointerInput(this, rows, new PointerTool(desk, surface), hover).listen(model, by -> scrollBar.setValue(
                Math.clamp(scrollBar.getValue() + by, 0, scrollBar.getMax())));
    }

    private void tileArrived(TileKey key) {
        painter.tileArrived(key);
        pulse.request();
    }

    /// What makes the first song's rows no slower than those of the next, for a frame each, before there is a song.
    public List<Runnable> rehearsal() {
        return rehearsal.pieces();
    }

    /// Comes closer: to the playhead if that is seen, else to the middle.
    public void zoomIn() {
        model.zoom(zoomCentre(), KEY_ZOOM);
    }

    public void zoomOut() {
        model.zoom(zoomCentre(), 1 / KEY_ZOOM);
    }

    /// @param x of what stays where it is, from the pictures' left edge
    /// @param factor above 1 comes closer
    void zoom(double x, double factor) {
        model.zoom(x, factor);
    }

    private double zoomCentre() {
        double x = model.viewport().xOf(desk.playback().positionFrameProperty().get());
        return x >= 0 && x <= pictureWidth() ? x : pictureWidth() / 2;
    }

    /// Shows all of the longest song.
    public void fit() {
        model.fit();
    }

    /// Shows the stretch of the selected box, or the selected stretch; without either does nothing.
    public void zoomToSelection() {
        ChosenRange.of(desk).ifPresent(model::show);
    }

    /// Forgets what is selected.
    public void clearSelection() {
        desk.view().selectionProperty().set(Optional.empty());
        desk.view().boxProperty().set(Optional.empty());
    }

    /// Selects all of the active song.
    public void selectAll() {
        desk.session().activeSong().flatMap(model::sound).filter(it -> it.frames() > 0).ifPresent(it ->
                desk.view().selectionProperty().set(Optional.of(new FrameRange(0, it.frames()))));
    }

    /// @param screens to the right, negative to the left; 1 is the width of what is seen
    public void scrollBy(double screens) {
        model.scroll(screens * pictureWidth());
    }

    /// Makes the active song's rows higher.
    public void enlargeLanes() {
        rows.stretch(KEY_STRETCH);
    }

    public void shrinkLanes() {
        rows.stretch(1 / KEY_STRETCH);
    }

    /// Shows where a stem would go whose header is carried here.
    ///
    /// @param sceneY of the pointer
    public void carryStem(LaneId stem, double sceneY) {
        stemDrop.over(stem, rows.sceneToLocal(0, sceneY).getY());
    }

    /// Puts a stem where its header was carried.
    ///
    /// @param sceneY of the pointer
    public void dropStem(LaneId stem, double sceneY) {
        stemDrop.drop(stem, rows.sceneToLocal(0, sceneY).getY());
    }

    /// Leaves a stem where it is whose header was carried.
    public void leaveStem() {
        stemDrop.forget();
    }

    /// @param wish what the line below the last row does when it is pressed
    public void onAddSong(Runnable wish) {
        left.onAddSong(wish);
    }

    private void documentChanged() {
        rows.update();
        overview.dress();
        requestLayout();
        pulse.request();
    }

    private void looksChanged() {
        rows.rows().forEach(Row::dress);
        overview.dress();
        pulse.request();
    }

    /// What is seen now.
    Viewport viewport() {
        return model.viewport();
    }

    /// Brings everything up to date without waiting for the next frame.
    void paintNow() {
        paint();
    }

    private void frame() {
        // Laid out in this very frame, it paints then.
        if (!isNeedsLayout()) {
            paint();
        }
    }

    private void paint() {
        model.measure(pictureWidth());
        double scale = Optional.ofNullable(getScene()).map(Scene::getWindow).map(Window::getOutputScaleX).orElse(1.0);
        Viewport viewport = model.viewport();
        double top = scrollBar.getValue();
        rows.setTranslateY(-Math.rint(top));
        if (painter.paint(viewport, top, top + rowsHeight(), scale)) {
            pulse.request();
        }
        ruler.show(viewport, model.sampleRate(), desk.playback().loopProperty().get());
        overview.show(viewport, scale);
        overlay.showSelection(desk.view().selectionProperty().get().map(it ->
                new Overlay.Stretch(viewport.xOf(it.start()), viewport.xOf(it.end()))));
        overlay.showBox(desk.view().boxProperty().get().flatMap(it -> boxPlace(it, viewport)));
        showPlayhead(desk.playback().positionFrameProperty().get());
        hover.follow();
    }

    private Optional<Overlay.BoxPlace> boxPlace(BoxSelection box, Viewport viewport) {
        return surface.boxRow(box).flatMap(placed -> rows.row(placed.kind()).flatMap(Row::axis).map(axis -> {
            double ratio = surface.rateRatio(placed.kind().song());
            double height = placed.height() - 1;
            double top = placed.top() - Math.rint(scrollBar.getValue());
            return new Overlay.BoxPlace(
                    viewport.xOf(box.range().start() / ratio), top + height * (1 - axis.upOf(box.highHz())),
                    viewport.xOf(box.range().end() / ratio), top + height * (1 - axis.upOf(box.lowHz())));
        }));
    }

    private void showPlayhead(long positionFrame) {
        overlay.showPlayhead(model.viewport().xOf(positionFrame));
        overview.showPlayhead(positionFrame);
    }

    private double pictureWidth() {
        return Math.max(1, getWidth() - Row.HEADER_PX);
    }

    private double rowsHeight() {
        return Math.max(0, getHeight() - TOP_PX);
    }

    @Override
    protected void layoutChildren() {
        double width = pictureWidth();
        double height = rowsHeight();
        double content = rows.plan().height() + LeftCells.ADD_ROW_PX;
        boolean scrolls = content > height;
        scrollBar.setVisible(scrolls);
        scrollBar.setMax(Math.max(0, content - height));
        scrollBar.setVisibleAmount(scrolls ? scrollBar.getMax() * height / content : 0);
        scrollBar.setValue(Math.min(scrollBar.getValue(), scrollBar.getMax()));
        left.resizeRelocate(0, 0, Row.HEADER_PX, getHeight());
        left.placeAddRow(TOP_PX + rows.plan().height() - scrollBar.getValue());
        overview.resizeRelocate(Row.HEADER_PX, 0, width, OverviewStrip.HEIGHT_PX);
        ruler.resizeRelocate(Row.HEADER_PX, OverviewStrip.HEIGHT_PX, width, RulerView.HEIGHT_PX);
        overlay.resizeRelocate(Row.HEADER_PX, OverviewStrip.HEIGHT_PX, width, RulerView.HEIGHT_PX + height);
        rowsPane.resizeRelocate(0, TOP_PX, getWidth(), height);
        rowsClip.setWidth(getWidth());
        rowsClip.setHeight(height);
        rows.resize(getWidth(), Math.max(rows.plan().height(), height));
        scrollBar.resizeRelocate(getWidth() - BAR_PX, TOP_PX, BAR_PX, height);
        // Painted before it is shown: a frame of nothing would flicker while the window is resized.
        rows.layout();
        paint();
    }
}
