package dev.unbraid.app.timeline;

import dev.unbraid.app.timeline.layer.FrequencyAxis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The frequency scale, written faintly into a picture's right end, and one remark.
final class FrequencyLabels extends Pane {
    private static final double LINE_PX = 14;
    private static final double AIR_PX = 8;
    private static final double LEAST_BETWEEN_PX = 34;
    private static final double HIGH_PX = 140;
    private static final double[] ROUND_HZ = {
        100, 500, 1_000, 3_000, 5_000, 10_000};

    private final List<Label> marks = new ArrayList<>();
    private final Label remark = new Label();
    private boolean isRemarked;
    private double end = Double.MAX_VALUE;

    FrequencyLabels() {
        setMouseTransparent(true);
        remark.getStyleClass().addAll("timeline-remark", "ub-number");
        remark.setVisible(false);
        getChildren().add(remark);
    }

    void show(Optional<FrequencyAxis> axis, HertzText texts) {
        getChildren().removeAll(marks);
        marks.clear();
        axis.ifPresent(it -> fill(it, texts));
        getChildren().addAll(marks);
        requestLayout();
    }

    private void fill(FrequencyAxis axis, HertzText texts) {
        double height = getHeight();
        if (height < 2 * LINE_PX) {
            return;
        }
        add(texts.text(axis.highHz()), 3);
        add(texts.text(axis.lowHz()), height - LINE_PX - 3);
        if (height < HIGH_PX) {
            return;
        }
        double above = height - LINE_PX - 3;
        for (double hz : ROUND_HZ) {
            double y = height * (1 - axis.upOf(hz)) - LINE_PX / 2;
            if (hz > axis.lowHz() && above - y >= LEAST_BETWEEN_PX && y - 3 >= LEAST_BETWEEN_PX) {
                add(texts.text(hz), y);
                above = y;
            }
        }
    }

    private void add(String text, double y) {
        Label mark = new Label(text);
        mark.getStyleClass().addAll("timeline-frequency", "ub-number");
        mark.setUserData(y);
        marks.add(mark);
    }

    /// @param x where the picture ends that they are written into
    void endAt(double x) {
        if (x != end) {
            end = x;
            requestLayout();
        }
    }

    /// @param x left edge of the remark
    void remark(String text, double x) {
        double place = Math.rint(x);
        if (isRemarked && text.equals(remark.getText()) && place == remark.getTranslateX()) {
            // A sound that fills in asks for it in every frame: laid out each time, the whole window would be painted anew.
            return;
        }
        remark.setText(text);
        isRemarked = true;
        remark.setTranslateX(place);
        requestLayout();
    }

    void noRemark() {
        isRemarked = false;
        remark.setVisible(false);
    }

    @Override
    protected void layoutChildren() {
        double right = Math.min(end, getWidth()) - AIR_PX;
        for (Label mark : marks) {
            // Marks made while laying out have no style yet, and what is measured without it stands askew.
            mark.applyCss();
            double width = Math.ceil(mark.prefWidth(-1));
            mark.setVisible(right - width > 0);
            mark.resizeRelocate(Math.rint(right - width), Math.rint((double) mark.getUserData()), width, LINE_PX);
        }
        double width = Math.ceil(remark.prefWidth(-1));
        remark.setVisible(isRemarked && remark.getTranslateX() + width + AIR_PX <= getWidth());
        remark.resizeRelocate(0, Math.rint((getHeight() - LINE_PX) / 2), width, LINE_PX);
    }
}
