package dev.unbraid.app.mixer;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What stands before a lane: its name, its strip and how loud it is. [#WIDTH_PX] wide, and as high as the lane.
///
/// Follows the document while it is in a window. Changes of the strip that belong to one gesture are one step to undo.
public final class LaneHeader extends Region {
    public static final double WIDTH_PX = 232;
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private final Desk desk;
    private final LaneId lane;
    private final HeaderParts parts;
    private final LaneMenu menu;
    private final SongFiguresText figures;
    private Subscription following = Subscription.EMPTY;
    private long lastFrameNanos;

    public LaneHeader(Desk desk, LaneId lane) {
        this.desk = desk;
        this.lane = lane;
        Messages messages = Messages.of("mixer", desk.locale());
        boolean mix = song().map(it -> it.mix().id().equals(lane)).orElse(false);
        parts = new HeaderParts(desk, lane, mix ? HeaderParts.Place.FIXED : HeaderParts.Place.MOVABLE, messages);
        figures = new SongFiguresText(desk.session(), mix ? parts.figures::setText : _ -> {}, messages);
        menu = new LaneMenu(desk, lane, parts.name::edit, messages);
        getStyleClass().add("ub-lane-header");
        getChildren().addAll(parts.all());
        setMinWidth(WIDTH_PX);
        setPrefWidth(WIDTH_PX);
        setMaxWidth(WIDTH_PX);
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::select);
        setOnContextMenuRequested(event -> {
            menu.show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2) {
                parts.name.edit();
                event.consume();
            }
        });
        hoverProperty().subscribe(this::reveal);
        focusWithinProperty().subscribe(this::reveal);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
        update();
        reveal();
    }

    /// What "Export this stem" in the menu does.
    public void setOnExport(Consumer<LaneId> wish) {
        menu.setOnExport(wish);
    }

    /// What hears of it when the header is carried elsewhere. Only stems can be.
    public void setOnCarry(CarryListener listener) {
        if (isStem()) {
            new HeaderCarry(this, parts::isGround, listener);
        }
    }

    private Subscription follow() {
        lastFrameNanos = 0;
        return Subscription.combine(
                desk.session().projectProperty().subscribe(_ -> update()),
                desk.view().selectedLaneProperty().subscribe(selected ->
                        pseudoClassStateChanged(SELECTED, selected.equals(Optional.of(lane)))),
                desk.view().themeProperty().subscribe(parts.meter::use),
                desk.playback().frameNanosProperty().subscribe(now -> frame(now.longValue())));
    }

    private boolean isStem() {
        return song().filter(it -> it.stems().stream().anyMatch(stem -> stem.id().equals(lane))).isPresent();
    }

    private Optional<Song> song() {
        return desk.session().project().songOf(lane);
    }

    private void update() {
        song().ifPresent(song -> {
            Lane now = song.lane(lane).orElseThrow();
            parts.show(song, now);
            figures.follow(now);
            pseudoClassStateChanged(MUTED, now.strip().muted());
        });
    }

    private void frame(long nowNanos) {
        double seconds = lastFrameNanos == 0 ? 0 : (nowNanos - lastFrameNanos) / 1e9;
        lastFrameNanos = nowNanos;
        figures.read();
        parts.meter.follow(desk.playback().playingProperty().get(), seconds);
    }

    private void select(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY || event.getButton() == MouseButton.SECONDARY) {
            desk.view().selectedLaneProperty().set(Optional.of(lane));
        }
    }

    private void reveal() {
        parts.reveal(isHover() || isFocusWithin());
    }

    @Override
    protected void layoutChildren() {
        HeaderLayout.arrange(parts, getHeight());
    }
}
