package dev.unbraid.app.shell;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Hands keys to commands, unless a control has a better use for them.
///
/// Not the scene's accelerators: those would take letters away from a text that is being typed.
final class KeyBindings {
    private final Commands commands;

    KeyBindings(Commands commands) {
        this.commands = commands;
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            // A button that was clicked keeps the focus and would take the space bar; only one that was gone to by
            // keyboard may have it.
            boolean space = pressed.getCode() == KeyCode.SPACE;
            Node focused = scene.getFocusOwner();
            if (space && !isTyping(focused) && (focused == null || !focused.isFocusVisible())) {
                run(pressed);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            boolean plain = !pressed.isShortcutDown() && !pressed.isAltDown();
            if (!(plain && isTyping(scene.getFocusOwner()) && !pressed.getCode().isFunctionKey())) {
                run(pressed);
            }
        });
    }

    private void run(KeyEvent pressed) {
        commands.forKey(pressed).ifPresent(command -> {
            pressed.consume();
            command.run();
        });
    }

    private static boolean isTyping(Node focused) {
        return focused instanceof TextInputControl text && text.isEditable();
    }
}
