package dev.unbraid.app.inspector;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.ui.Messages;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The column on the right, [#WIDTH_PX] wide: how pictures look, and what belongs to what is selected.
public final class InspectorView extends BorderPane {
    public static final double WIDTH_PX = 188;

    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");

    private final SelectionSection selection;
    private final StackPane separation = new StackPane();

    public InspectorView(Desk desk) {
        Messages messages = Messages.of("inspector", desk.locale());
        selection = new SelectionSection(desk, messages);
        getStyleClass().add("ub-inspector");
        setMinWidth(WIDTH_PX);
        setPrefWidth(WIDTH_PX);
        setMaxWidth(WIDTH_PX);
        separation.setVisible(false);
        separation.setManaged(false);
        VBox sections = new VBox(selection, new LaneSection(desk, messages), new SpectrogramSection(desk, messages),
                new WaveformSection(desk.view(), messages), separation);
        sections.getStyleClass().add("ub-inspector-sections");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.AS_NEEDED);
        scroll.getStyleClass().add("ub-inspector-scroll");
        // The bar takes its room from the margin, not from the controls.
        scroll.viewportBoundsProperty().addListener((_, _, seen) ->
                sections.pseudoClassStateChanged(SCROLLS, sections.getHeight() > seen.getHeight() + 1));
        sections.heightProperty().addListener((_, _, height) -> sections.pseudoClassStateChanged(
                SCROLLS, height.doubleValue() > scroll.getViewportBounds().getHeight() + 1));
        setCenter(scroll);
    }

    /// What the selection's "Zoom" does.
    public void setOnZoomToSelection(Runnable wish) {
        selection.setOnZoom(wish);
    }

    /// What the selection's "Export" does.
    public void setOnExportSelection(Runnable wish) {
        selection.setOnExport(wish);
    }

    /// Puts in the section of another feature, 159 px wide.
    public void setSeparationSection(Node section) {
        separation.getChildren().setAll(section);
        separation.setVisible(true);
        separation.setManaged(true);
    }
}
