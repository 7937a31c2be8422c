package dev.unbraid.app.compare;

import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.LaneId;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What stands before a lane that tells more of a stem, in lines of one height. Follows the document while it is on a
/// screen; a press on it chooses the stem.
abstract class CompareHeader extends Region {
    static final double LEFT = 14;
    static final double RIGHT = 13;
    static final double LINE_PX = 22;

    private final Desk desk;
    private final LaneId stem;
    private final Messages messages;
    private final LaneNames names;
    private Subscription following = Subscription.EMPTY;

    CompareHeader(Desk desk, LaneId stem) {
        this.desk = desk;
        this.stem = stem;
        messages = Messages.of("compare", desk.locale());
        names = new LaneNames(desk.locale());
        getStyleClass().add("ub-difference-header");
        setOnMousePressed(_ -> desk.view().selectedLaneProperty().set(Optional.of(stem)));
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    /// Begins to hear of what is shown, and shows it.
    abstract Subscription follow();

    final Desk desk() {
        return desk;
    }

    final LaneId stem() {
        return stem;
    }

    final Messages messages() {
        return messages;
    }

    final LaneNames names() {
        return names;
    }

    static void place(Region node, double x, double y, double width) {
        node.resizeRelocate(Math.rint(x), Math.rint(y), width, LINE_PX);
    }
}
