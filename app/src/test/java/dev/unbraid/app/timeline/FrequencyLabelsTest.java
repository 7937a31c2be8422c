package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.ui.ThemeColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display: run under xvfb-run")
class FrequencyLabelsTest {
    private static final double HEIGHT_PX = 92;

    @TempDir
    Path folder;

    private void onLabels(Consumer<FrequencyLabels> check) throws Exception {
        try (Rig _ = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 600, 400)) {
            Rig.onScreen(() -> {
                FrequencyLabels labels = new FrequencyLabels();
                new Scene(new Group(labels));
                check.accept(labels);
            });
        }
    }

    /// @param x where the remark begins
    private static boolean isRemarkSeen(FrequencyLabels labels, double x, double width) {
        labels.remark("The stem before and after", x);
        labels.resize(width, HEIGHT_PX);
        labels.applyCss();
        labels.layout();
        return remark(labels).isVisible();
    }

    private static Node remark(FrequencyLabels labels) {
        return labels.lookup(".timeline-remark");
    }

    @Test
    void aRemarkThatDoesNotFitIsNotCutOffButLeftOut() throws Exception {
        onLabels(labels -> {
            assertThat(isRemarkSeen(labels, 20, 600)).isTrue();
            double width = remark(labels).getLayoutBounds().getWidth();
            assertThat(width).isBetween(60.0, 400.0);
            assertThat(isRemarkSeen(labels, 20, width)).isFalse();
            assertThat(isRemarkSeen(labels, 20, 20 + width + 8)).isTrue();
            assertThat(isRemarkSeen(labels, 21, 20 + width + 8)).isFalse();
        });
    }

    @Test
    void noRemarkStaysUnseenWhereThereIsRoom() throws Exception {
        onLabels(labels -> {
            assertThat(isRemarkSeen(labels, 0, 600)).isTrue();
            labels.noRemark();
            labels.resize(700, HEIGHT_PX);
            labels.layout();
            assertThat(remark(labels).isVisible()).isFalse();
        });
    }

    @Test
    void whatIsRemarkedAgainInEveryFrameIsLaidOutOnce() throws Exception {
        onLabels(labels -> {
            assertThat(isRemarkSeen(labels, 20, 600)).isTrue();
            settle(labels);
            labels.remark("The stem before and after", 20.3);
            assertThat(labels.isNeedsLayout()).isFalse();
            labels.remark("The stem before and after", 30);
            assertThat(labels.isNeedsLayout()).isTrue();
            settle(labels);
            labels.remark("after 0:13", 30);
            assertThat(labels.isNeedsLayout()).isTrue();
            settle(labels);
            labels.noRemark();
            labels.remark("after 0:13", 30);
            labels.layout();
            assertThat(remark(labels).isVisible()).isTrue();
        });
    }

    /// What a first layout measured anew asks for a second.
    private static void settle(FrequencyLabels labels) {
        labels.layout();
        labels.layout();
        assertThat(labels.isNeedsLayout()).isFalse();
    }
}
