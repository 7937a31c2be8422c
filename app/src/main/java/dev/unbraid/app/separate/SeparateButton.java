package dev.unbraid.app.separate;

import dev.unbraid.app.controls.DropPanel;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// The primary button of the window. Its large part separates as remembered, its arrow shows the choices.
public final class SeparateButton extends HBox {
    private final SeparateViewModel viewModel;
    private final SeparateWords words;
    private final Button main = new Button();
    private final Button arrow = new Button();
    private final RefinePart refine;
    private final DropPanel panel;

    public SeparateButton(Desk desk) {
        Background background = new Background();
        SeparationChoices choices =
                new SeparationChoices(desk.settings(), desk.session().session().separators(), background);
        words = new SeparateWords(desk.locale());
        viewModel = new SeparateViewModel(desk.session(), choices, background);
        RefineViewModel refining = new RefineViewModel(desk, choices);
        refine = new RefinePart(refining, words, () -> startAgain(refining));
        SeparatePanel content = new SeparatePanel(viewModel, words, this::startFromPanel);
        content.getChildren().add(refine);
        panel = new DropPanel(content);
        getStyleClass().add("ub-split-button");
        getChildren().addAll(main, arrow);
        dressMain();
        dressArrow();
        viewModel.readinessProperty().addListener((_, _, _) -> show());
        choices.refreshModels(() -> {});
        show();
    }

    private void dressMain() {
        main.setText(words.text("separate"));
        main.getStyleClass().addAll("ub-primary", "ub-split-main");
        main.setOnAction(_ -> start());
    }

    private void dressArrow() {
        arrow.setGraphic(new FontIcon(MaterialDesignC.CHEVRON_DOWN));
        arrow.getStyleClass().addAll("ub-primary", "ub-split-arrow");
        arrow.setAccessibleText(words.text("choices"));
        Tip.on(arrow, words.text("choices"));
        arrow.setOnAction(_ -> toggleChoices());
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.DOWN) {
                pressed.consume();
                showChoices();
            }
        });
    }

    private void show() {
        Readiness now = viewModel.readinessProperty().get();
        String says = words.obstacle(now).orElseGet(() -> words.text("separate.tooltip",
                viewModel.choices().model().map(it -> it.name()).orElse("")));
        Tip.on(main, says);
        main.setAccessibleText(words.text("separate"));
        // A disabled button has no tooltip: it stays alive, and answers a press with the panel that tells the reason.
        pseudoClassStateChanged(BLOCKED, words.obstacle(now).isPresent());
    }

    /// Separates as remembered; where that cannot be, shows why and what to do.
    public void start() {
        if (!viewModel.separate()) {
            showChoices();
        }
    }

    private void startFromPanel() {
        if (viewModel.separate()) {
            panel.hide();
        }
    }

    private void startAgain(RefineViewModel refining) {
        if (refining.refine()) {
            panel.hide();
        }
    }

    /// Shows the choices for the selection alone.
    public void showAgain() {
        showChoices();
        refine.focus();
    }

    private void toggleChoices() {
        viewModel.choices().refresh();
        panel.toggle(this, DropPanel.Side.BELOW);
    }

    public void showChoices() {
        viewModel.choices().refresh();
        panel.show(this, DropPanel.Side.BELOW);
    }

    private static final javafx.css.PseudoClass BLOCKED = javafx.css.PseudoClass.getPseudoClass("blocked");
}
