package dev.unbraid.app.compare;

import dev.unbraid.app.controls.IconButton;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.controls.ViewButton;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.DifferenceWishes;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.session.Difference;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// What stands before the difference between a stem and what it was: how large it is, a button to hear it alone, and what
/// the lane shows. As high as the lane.
public final class DifferenceHeader extends CompareHeader {

    private final LevelText levels;
    private final DifferenceWishes wishes;
    private final Label name = new Label();
    private final Label level = new Label();
    private final Label stretch = new Label();
    private final ToggleButton listen = new ToggleButton("", new FontIcon(MaterialDesignH.HEADPHONES));
    private final HBox views = new HBox(2);
    private final Map<LaneView, ViewButton> buttons = new EnumMap<>(LaneView.class);
    private final IconButton close;

    public DifferenceHeader(Desk desk, LaneId stem) {
        super(desk, stem);
        levels = new LevelText(messages());
        wishes = new DifferenceWishes(desk);
        close = new IconButton(MaterialDesignC.CLOSE, messages().text("difference.hide"), () -> wishes.toggle(stem));
        name.getStyleClass().add("ub-difference-name");
        level.getStyleClass().addAll("ub-difference-level", "ub-number");
        stretch.getStyleClass().addAll("ub-difference-stretch", "ub-number");
        listen.getStyleClass().setAll("ub-view-button");
        listen.setOnAction(_ -> desk.playback().hearingProperty().set(
                Optional.of(stem).filter(_ -> listen.isSelected())));
        dressViews();
        getChildren().addAll(name, level, stretch, listen, views, close);
    }

    private void dressViews() {
        for (LaneView view : LaneView.values()) {
            String text = messages().text("view." + view.name().toLowerCase(Locale.ROOT));
            ViewButton button = new ViewButton(view, text, text);
            button.setOnAction(_ -> {
                desk().view().differenceViewProperty().set(view);
                // A second click on what is chosen must not take the choice away.
                showView(view);
            });
            buttons.put(view, button);
            views.getChildren().add(button);
        }
    }

    private void showView(LaneView shown) {
        buttons.forEach((view, button) -> button.setSelected(view == shown));
    }

    @Override
    Subscription follow() {
        return Subscription.combine(
                desk().session().projectProperty().subscribe(_ -> update()),
                desk().session().differencesProperty().subscribe(_ -> update()),
                desk().view().differenceViewProperty().subscribe(this::showView),
                desk().playback().hearingProperty().subscribe(heard -> listen.setSelected(heard.equals(Optional.of(stem())))));
    }

    private void update() {
        Optional<Difference> difference = desk().session().differencesProperty().get().stream()
                .filter(it -> it.stem().equals(stem()))
                .findFirst();
        difference.ifPresent(it -> desk().session().project().songOf(stem())
                .ifPresent(song -> show(song, song.lane(stem()).orElseThrow(), it)));
    }

    private void show(Song song, Lane lane, Difference difference) {
        String called = names().of(lane);
        name.setText(messages().text("difference", called));
        String from = levels.time(difference.compared().start(), song);
        String to = levels.time(difference.compared().end(), song);
        level.setText(levels.of(difference));
        stretch.setText(messages().text("difference.stretch", from, to));
        String tip = messages().text("difference.level.tip", called, from, to);
        Tip.on(level, tip);
        Tip.on(stretch, tip);
        setAccessibleText(name.getText() + ", " + level.getText());
        String hear = messages().text("difference.listen", called);
        listen.setAccessibleText(hear);
        Tip.on(listen, hear);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - RIGHT;
        double high = getHeight();
        boolean rows = high >= 2 * LINE_PX + 8;
        boolean all = high >= 3 * LINE_PX + 8;
        double top = rows ? 6 : (high - LINE_PX) / 2;
        place(close, right - LINE_PX + 4, top, LINE_PX);
        place(listen, right - 2 * LINE_PX + 4, top, LINE_PX);
        place(name, LEFT, top, right - 2 * LINE_PX - LEFT);
        place(level, LEFT, top + LINE_PX, right - LEFT);
        place(stretch, LEFT, top + 2 * LINE_PX, right - LEFT - 72);
        place(views, right - 68, top + 2 * LINE_PX, 72);
        level.setVisible(rows);
        stretch.setVisible(all);
        views.setVisible(all);
    }
}
