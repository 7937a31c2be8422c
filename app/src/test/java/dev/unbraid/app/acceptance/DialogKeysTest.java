package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.input.KeyCode;

@NeedsDisplay
class DialogKeysTest {
    @TempDir
    Path folder;

    @Test
    void escClosesWhatHasDroppedDownFirstAndTheDialogNext() throws Exception {
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder).engine(Miniature.swift()))) {
            window.press(KeyCode.CONTROL, KeyCode.COMMA);
            window.awaitText("Theme");
            window.focusNewest();
            ComboBoxBase<?> choice = window.robot().lookup(".ub-dialog .combo-box-base").query();
            Screen.tell(() -> {
                choice.requestFocus();
                choice.show();
            });
            window.press(KeyCode.ESCAPE);
            Screen.until("the choices are gone", () -> !choice.isShowing());
            assertThat(Screen.ask(() -> choice.getScene().getWindow().isShowing())).isTrue();
            window.press(KeyCode.ESCAPE);
            Screen.until("the dialog is gone", () -> !choice.getScene().getWindow().isShowing());
        }
    }
}
