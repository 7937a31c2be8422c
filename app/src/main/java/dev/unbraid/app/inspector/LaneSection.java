package dev.unbraid.app.inspector;

import dev.unbraid.app.controls.BalanceFader;
import dev.unbraid.app.controls.EditableText;
import dev.unbraid.app.controls.Fader;
import dev.unbraid.app.controls.GainFader;
import dev.unbraid.app.controls.GainTaper;
import dev.unbraid.app.controls.GainText;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.controls.StripEdits;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;

/// The selected lane; hidden where none is.
final class LaneSection extends Section {
    private static final double THUMB_PX = 12;

    private final Desk desk;
    private final Messages messages;
    private final LaneNames names;
    private final Label name = new Label();
    private final Segments<LaneView> view = new Segments<>(LaneView.WAVEFORM, this::show);
    private final StripEdits strip;
    private final Fader gain;
    private final Fader balance;
    private final EditableText gainText;
    private final Label balanceText = new Label();

    LaneSection(Desk desk, Messages messages) {
        super(messages.text("lane"));
        this.desk = desk;
        this.messages = messages;
        names = new LaneNames(desk.locale());
        strip = new StripEdits(desk.session(), () -> desk.view().selectedLaneProperty().get());
        gain = new Fader(0, THUMB_PX, new GainFader(strip));
        balance = new Fader(0.5, THUMB_PX, new BalanceFader(strip));
        for (LaneView each : LaneView.values()) {
            view.with(each, messages.text("view." + each.name().toLowerCase(Locale.ROOT)));
        }
        name.getStyleClass().add("ub-strong");
        gainText = new EditableText(EditableText.Gesture.CLICK, typed ->
                GainText.parse(typed).ifPresent(db -> strip.once(it -> it.withGainDb(db))));
        gainText.getStyleClass().addAll("ub-inspector-value", "ub-number");
        gainText.setAccessibleText(messages.text("gain"));
        balanceText.getStyleClass().addAll("ub-inspector-caption", "ub-number");
        getChildren().addAll(name, view);
        add(messages.text("gain"), gainText, gain);
        add(messages.text("balance"), balanceText, balance);
        desk.view().selectedLaneProperty().subscribe(_ -> update());
        desk.session().projectProperty().subscribe(_ -> update());
    }

    private Optional<Lane> lane() {
        return desk.view().selectedLaneProperty().get().flatMap(desk.session().project()::lane);
    }

    private void update() {
        Optional<Lane> lane = lane();
        setVisible(lane.isPresent());
        setManaged(lane.isPresent());
        lane.ifPresent(it -> {
            name.setText(names.of(it));
            view.valueProperty().set(it.look().view());
            gain.positionProperty().set(GainTaper.position(it.strip().gainDb()));
            gainText.textProperty().set(GainText.of(it.strip().gainDb()));
            balance.positionProperty().set((it.strip().pan() + 1) / 2);
            balanceText.setText(balance(it.strip().pan()));
        });
    }

    private String balance(double pan) {
        long percent = Math.round(Math.abs(pan) * 100);
        return messages.text(percent == 0 ? "balance.middle" : pan < 0 ? "balance.left" : "balance.right", percent);
    }

    private void show(LaneView wanted) {
        lane().ifPresent(it -> {
            desk.session().session().endGesture();
            desk.session().session().edit(new Edit.SetLook(it.id(), it.look().withView(wanted)));
            desk.session().session().endGesture();
        });
    }
}
