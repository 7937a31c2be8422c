package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.BalanceFader;
import dev.unbraid.app.controls.EditableText;
import dev.unbraid.app.controls.Fader;
import dev.unbraid.app.controls.GainFader;
import dev.unbraid.app.controls.GainTaper;
import dev.unbraid.app.controls.GainText;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.StripEdits;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The nodes of a header and what they do.
final class HeaderParts {
    private static final PseudoClass CENTRED = PseudoClass.getPseudoClass("centred");

    final Button fold = new Button();
    final Button swatch = new Button();
    final EditableText name;
    final Fader balance;
    final ToggleButton mute = new ToggleButton();
    final ToggleButton solo = new ToggleButton();
    final Fader gain;
    final EditableText value;
    final LevelMeter meter;
    final Label figures = new Label();
    final HBox extras = new HBox(2);

    private final Desk desk;
    private final LaneId lane;
    private final Messages messages;
    private final LaneNames names;
    private final StripEdits strip;
    private final FontIcon foldIcon = new FontIcon(MaterialDesignM.MENU_DOWN);
    private final Region colour = new Region();
    private final ViewChoice views;

    /// Whether the lane can be carried elsewhere.
    enum Place { FIXED, MOVABLE }

    HeaderParts(Desk desk, LaneId lane, Place place, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        this.messages = messages;
        names = new LaneNames(desk.locale());
        strip = new StripEdits(desk.session(), () -> Optional.of(lane));
        name = new EditableText(EditableText.Gesture.DOUBLE_CLICK, this::rename);
        value = new EditableText(EditableText.Gesture.CLICK, typed ->
                GainText.parse(typed).ifPresent(db -> strip.once(it -> it.withGainDb(db))));
        gain = new Fader(0, 13, new GainFader(strip));
        balance = new Fader(0.5, 8, new BalanceFader(strip));
        meter = new LevelMeter(desk.playback().meter(lane));
        views = new ViewChoice(desk, lane, messages);
        dressName();
        dressButtons();
        dressStrip();
        extras.getChildren().add(views);
        extras.getStyleClass().add("ub-lane-extras");
        if (place == Place.MOVABLE) {
            extras.getChildren().addFirst(new StemGrip(desk, lane, messages));
        }
    }

    List<Node> all() {
        return List.of(fold, swatch, name, balance, mute, solo, gain, value, meter, figures, extras);
    }

    /// Whether a point of the header belongs to nothing that is pressed or dragged for itself.
    boolean isGround(double x, double y) {
        return !name.isEditing() && List.of(fold, swatch, balance, mute, solo, gain, value, extras).stream()
                .noneMatch(it -> it.isVisible() && it.getBoundsInParent().contains(x, y));
    }

    private void dressName() {
        fold.setGraphic(foldIcon);
        fold.getStyleClass().setAll("ub-lane-fold");
        fold.setOnAction(_ -> desk.session().project().songOf(lane).ifPresent(
                song -> desk.session().session().edit(new Edit.FoldSong(song.id(), !song.folded()))));
        colour.getStyleClass().add("ub-swatch");
        swatch.setGraphic(colour);
        swatch.getStyleClass().setAll("ub-swatch-button");
        swatch.setOnAction(_ -> new ColourChoice(desk, lane, messages).show(swatch));
        describe(swatch, messages.text("colour"));
        name.getStyleClass().add("ub-lane-name");
        figures.getStyleClass().addAll("ub-lane-figures", "ub-number");
    }

    private void dressButtons() {
        mute.setText(messages.text("mute.letter"));
        mute.getStyleClass().setAll("ub-strip-button", "ub-mute");
        mute.setOnAction(_ -> strip.once(it -> it.withMuted(!it.muted())));
        describe(mute, messages.text("mute"));
        solo.setText(messages.text("solo.letter"));
        solo.getStyleClass().setAll("ub-strip-button", "ub-solo");
        solo.setOnAction(_ -> strip.once(it -> it.withSoloed(!it.soloed())));
        // A button does nothing by itself while Ctrl is held.
        solo.setOnMouseClicked(event -> {
            if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
                soloAlone();
            }
        });
        solo.setAccessibleText(messages.text("solo"));
        Tip.on(solo, messages.text("solo.tip"));
    }

    private void dressStrip() {
        gain.setAccessibleText(messages.text("gain"));
        Tip.on(gain, messages.text("gain.tip"));
        balance.getStyleClass().add("ub-balance");
        balance.setAccessibleText(messages.text("balance"));
        value.getStyleClass().addAll("ub-lane-value", "ub-number");
        value.setAccessibleText(messages.text("gain.typed"));
        Tip.on(meter, messages.text("meter"));
        meter.setAccessibleText(messages.text("meter"));
    }

    private static void describe(Control control, String text) {
        control.setAccessibleText(text);
        Tip.on(control, text);
    }

    private void rename(String typed) {
        desk.session().session().edit(new Edit.RenameLane(lane, typed));
        // Where the document did not change, neither shall what is shown.
        desk.session().project().songOf(lane).ifPresent(song ->
                song.lane(lane).ifPresent(it -> name.textProperty().set(nameAmongSongs(song, it))));
    }

    private void soloAlone() {
        strip.release();
        desk.session().project().songOf(lane).ifPresent(
                song -> desk.session().session().edit(SoloEdits.exclusive(song, lane)));
    }

    /// "Mix" alone does not tell one song from another.
    private String nameAmongSongs(Song song, Lane now) {
        boolean several = desk.session().project().songs().size() > 1;
        return several && now.name().equals(Lane.MIX_NAME) ? song.title() : names.of(now);
    }

    void show(Song song, Lane now) {
        String called = nameAmongSongs(song, now);
        name.textProperty().set(called);
        name.setAccessibleText(messages.text("name", called));
        colour.setStyle("-fx-background-color: " + now.look().colour());
        // The triangle takes the swatch's place, as drawn; the menu has the colour, too.
        boolean folds = now.stem().equals(Lane.MIX) && !song.stems().isEmpty();
        fold.setVisible(folds);
        swatch.setVisible(!folds);
        foldIcon.setIconCode(song.folded() ? MaterialDesignM.MENU_RIGHT : MaterialDesignM.MENU_DOWN);
        describe(fold, messages.text(song.folded() ? "unfold" : "fold"));
        mute.setSelected(now.strip().muted());
        solo.setSelected(now.strip().soloed());
        gain.positionProperty().set(GainTaper.position(now.strip().gainDb()));
        value.textProperty().set(GainText.of(now.strip().gainDb()));
        balance.positionProperty().set((now.strip().pan() + 1) / 2);
        Tip.on(balance, balanceText(now.strip().pan()));
        balance.pseudoClassStateChanged(CENTRED, now.strip().pan() == 0);
        views.show(now.look().view());
    }

    private String balanceText(double pan) {
        long percent = Math.round(Math.abs(pan) * 100);
        String side = percent == 0 ? "balance.middle" : pan < 0 ? "balance.left" : "balance.right";
        return messages.text("balance.tip", messages.text(side, percent));
    }

    /// Shows what is there for the pointer only.
    void reveal(boolean wanted) {
        extras.setOpacity(wanted ? 1 : 0);
    }
}
