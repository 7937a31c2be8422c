package dev.unbraid.app.separate;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.SeparatorModel;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The inspector's part about separating: model, shifts and overlap.
public final class SeparationSection extends VBox {
    private final SeparationChoices choices;
    private final SeparateWords words;
    private final ComboBox<String> model = new ComboBox<>();
    private final ComboBox<Integer> shifts = new ComboBox<>();
    private boolean showing;

    public SeparationSection(Desk desk) {
        choices = new SeparationChoices(desk.settings(), desk.session().session().separators(), new Background());
        words = new SeparateWords(desk.locale());
        getStyleClass().add("ub-inspector-section");
        Label heading = new Label(words.heading("section"));
        heading.getStyleClass().addAll("ub-section", "ub-inspector-heading");
        shifts.getItems().setAll(SeparationChoices.SHIFTS);
        shifts.setConverter(said(it -> words.text("section.shifts.value", it, overlapPercent())));
        getChildren().addAll(heading, field("section.model", model), field("section.shifts", shifts));
        model.setOnAction(_ -> {
            if (!showing) {
                choices.chooseModel(model.getValue());
            }
        });
        shifts.setOnAction(_ -> {
            if (!showing) {
                choices.chooseShifts(shifts.getValue());
            }
        });
        choices.catalogueProperty().addListener((_, _, _) -> show());
        choices.settingsProperty().addListener((_, _, _) -> show());
        choices.refreshModels(() -> {});
        show();
    }

    private static long overlapPercent() {
        return Math.round(100 * SeparationSettings.DEFAULT.overlap());
    }

    private VBox field(String key, ComboBox<?> control) {
        Label label = new Label(words.text(key));
        label.getStyleClass().add("ub-inspector-caption");
        label.setLabelFor(control);
        control.setAccessibleText(words.text(key));
        control.getStyleClass().add("ub-separation-choice");
        control.setMaxWidth(Double.MAX_VALUE);
        VBox field = new VBox(label, control);
        field.getStyleClass().add("ub-field");
        return field;
    }

    private void show() {
        showing = true;
        List<String> names = choices.catalogueProperty().get().models().stream().map(SeparatorModel::name).toList();
        if (!model.getItems().equals(names)) {
            model.getItems().setAll(names);
        }
        model.setValue(choices.model().map(SeparatorModel::name).orElse(choices.remembered().model()));
        shifts.setValue(choices.shifts());
        showing = false;
    }

    private static <T> StringConverter<T> said(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        };
    }
}
