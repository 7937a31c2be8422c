package dev.unbraid.app.sum;

import atlantafx.base.controls.ToggleSwitch;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.SumWishes;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import dev.unbraid.session.Job;
import dev.unbraid.session.NullLevel;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The inspector's part about whether the stems of the active song add up to it.
public final class SumSection extends VBox {
    private static final PseudoClass EXACT = PseudoClass.getPseudoClass("exact");

    private enum Choice { OFF, FOLD, SPREAD }

    private final Desk desk;
    private final Messages messages;
    private final LaneNames names;
    private final SumWishes wishes;
    private final NullReading reading;
    private final NullText texts;
    private final Segments<Choice> lock = new Segments<>(Choice.OFF, this::choose);
    private final Label here = new Label();
    private final Label whole = new Label();
    private final ToggleSwitch residual = new ToggleSwitch();
    private Subscription following = Subscription.EMPTY;
    private boolean showing;

    public SumSection(Desk desk) {
        this.desk = desk;
        messages = Messages.of("sum", desk.locale());
        names = new LaneNames(desk.locale());
        wishes = new SumWishes(desk.session());
        reading = new NullReading(desk, new Background());
        texts = new NullText(messages);
        getStyleClass().add("ub-inspector-section");
        Label caption = new Label(messages.text("lock"));
        caption.getStyleClass().add("ub-inspector-caption");
        caption.setLabelFor(lock);
        lock.setAccessibleText(messages.text("lock"));
        lock.with(Choice.OFF, messages.text("off"), messages.text("off.tip"))
                .with(Choice.FOLD, messages.text("fold"), messages.text("fold.none"))
                .with(Choice.SPREAD, messages.text("spread"), messages.text("spread.tip"));
        dressFigures();
        getChildren().addAll(caption, lock, here, whole, residual);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    private void dressFigures() {
        here.getStyleClass().addAll("ub-null", "ub-number");
        Tip.on(here, messages.text("null.here.tip"));
        whole.getStyleClass().addAll("ub-null", "ub-number");
        Tip.on(whole, messages.text("null.song.tip"));
        residual.setText(messages.text("residual"));
        residual.setAccessibleText(messages.text("residual"));
        residual.setMaxWidth(Double.MAX_VALUE);
        residual.selectedProperty().addListener((_, _, wanted) -> {
            if (!showing) {
                wishes.showResidual(wanted);
                update();
            }
        });
    }

    private Subscription follow() {
        ListChangeListener<Job> jobs = _ -> update();
        desk.session().jobs().addListener(jobs);
        return Subscription.combine(
                () -> desk.session().jobs().removeListener(jobs),
                desk.session().projectProperty().subscribe(_ -> update()),
                desk.playback().frameNanosProperty().subscribe(now -> reading.look(now.longValue())),
                reading.hereProperty().subscribe(level -> show(here, texts.here(level), level)),
                reading.songProperty().subscribe(level -> show(whole, texts.song(level), level)));
    }

    private static void show(Label label, String text, Optional<NullLevel> level) {
        label.setText(text);
        label.pseudoClassStateChanged(EXACT, level.filter(NullLevel::isExact).isPresent());
    }

    private void choose(Choice choice) {
        switch (choice) {
            case OFF -> wishes.open();
            case FOLD -> wishes.fold();
            case SPREAD -> wishes.spread();
        }
    }

    private void update() {
        showing = true;
        Optional<Song> song = wishes.song();
        boolean locked = song.filter(it -> it.sum().isLocked()).isPresent();
        lock.setDisable(song.isEmpty());
        lock.valueProperty().set(song.map(SumSection::choice).orElse(Choice.OFF));
        lock.describe(Choice.FOLD, wishes.taker().map(it -> messages.text("fold.tip", names.of(it)))
                .orElseGet(() -> messages.text("fold.none")));
        lock.setPossible(Choice.FOLD, wishes.taker().isPresent());
        residual.setDisable(song.isEmpty() || locked);
        residual.setSelected(wishes.isResidualShown() || isBeingShown(song));
        Tip.on(residual, messages.text(locked ? "residual.locked" : "residual.tip"));
        showing = false;
    }

    /// While the lane is on its way the switch shows what was wished.
    private boolean isBeingShown(Optional<Song> song) {
        return song.filter(it -> desk.session().session().isMakingResidual(it.id())).isPresent();
    }

    private static Choice choice(Song song) {
        return switch (song.sum().lock()) {
            case SumLock.Off _ -> Choice.OFF;
            case SumLock.Fold _ -> Choice.FOLD;
            case SumLock.Spread _ -> Choice.SPREAD;
        };
    }
}
