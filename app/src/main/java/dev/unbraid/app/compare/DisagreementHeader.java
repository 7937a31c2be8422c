package dev.unbraid.app.compare;

import dev.unbraid.app.controls.IconButton;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.ui.ColourMap;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/// What stands before the disagreement between the passes of a stem: what it is, and what its colours mean.
public final class DisagreementHeader extends CompareHeader {
    private static final double BAR_PX = 8;
    private static final int STOPS = 16;

    private final Label name = new Label();
    private final Label passes = new Label();
    private final Rectangle bar = new Rectangle(0, BAR_PX);
    private final Label low = new Label();
    private final Label high = new Label();
    private final IconButton close;

    public DisagreementHeader(Desk desk, LaneId stem) {
        super(desk, stem);
        close = new IconButton(MaterialDesignC.CLOSE, messages().text("disagreement.hide"),
                () -> desk.session().disagreements().toggle(stem));
        name.getStyleClass().add("ub-difference-name");
        passes.getStyleClass().addAll("ub-difference-stretch", "ub-number");
        low.setText(messages().text("disagreement.low"));
        low.getStyleClass().addAll("ub-difference-stretch", "ub-number");
        high.setText(messages().text("disagreement.high"));
        high.getStyleClass().addAll("ub-difference-stretch", "ub-number");
        getChildren().addAll(name, passes, low, bar, high, close);
    }

    @Override
    Subscription follow() {
        return Subscription.combine(
                desk().session().projectProperty().subscribe(_ -> update()),
                desk().view().colourMapProperty().subscribe(this::colour));
    }

    private void update() {
        desk().session().project().songOf(stem()).ifPresent(song -> show(song, song.lane(stem()).orElseThrow()));
    }

    private void show(Song song, Lane lane) {
        int times = song.recipe().orElseThrow().shifts();
        String called = names().of(lane);
        name.setText(messages().text("disagreement", called));
        passes.setText(messages().text("disagreement.passes", times));
        String tip = messages().text("disagreement.tip", called, times);
        Tip.on(name, tip);
        Tip.on(passes, tip);
        Tip.on(bar, tip);
        setAccessibleText(name.getText() + ", " + passes.getText());
        setAccessibleHelp(tip);
        requestLayout();
    }

    private void colour(String id) {
        ColourMap map = ColourMap.named(id).orElse(ColourMap.MAGMA);
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, IntStream.rangeClosed(0, STOPS)
                .mapToObj(it -> new Stop((double) it / STOPS, colour(map, it * (ColourMap.SIZE - 1) / STOPS)))
                .toList()));
    }

    private static Color colour(ColourMap map, int index) {
        int argb = map.argb(index);
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - RIGHT;
        double height = getHeight();
        boolean rows = height >= 2 * LINE_PX + 8;
        boolean all = height >= 3 * LINE_PX + 4;
        double top = rows ? 4 : (height - LINE_PX) / 2;
        place(close, right - LINE_PX + 4, top, LINE_PX);
        place(name, LEFT, top, right - LINE_PX - LEFT);
        place(passes, LEFT, top + LINE_PX, right - LEFT);
        double legend = top + 2 * LINE_PX - 2;
        double lowWidth = Math.ceil(low.prefWidth(-1));
        double highWidth = Math.ceil(high.prefWidth(-1));
        place(low, LEFT, legend, lowWidth);
        place(high, right - highWidth, legend, highWidth);
        bar.setX(LEFT + lowWidth + 6);
        bar.setY(legend + (LINE_PX - BAR_PX) / 2);
        bar.setWidth(Math.max(0, right - highWidth - 6 - bar.getX()));
        passes.setVisible(rows);
        low.setVisible(all);
        bar.setVisible(all);
        high.setVisible(all);
    }
}
