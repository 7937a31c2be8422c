package dev.unbraid.app.shell;

import org.jspecify.annotations.Nullable;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyEvent;

/// Hands keys to commands, unless a control has a better use for them.
///
/// Not the scene's accelerators: those would take letters away from a text that is being typed.
final class KeyBindings {
    private final Commands commands;
    private final Sheet sheet;

    /// @param sheet while it asks something, no command behind it hears a key
    KeyBindings(Commands commands, Sheet sheet) {
        this.commands = commands;
        this.sheet = sheet;
    }

    void listenTo(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (!sheet.isVisible() && isIdle(scene.getFocusOwner())) {
                run(pressed);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            boolean plain = !pressed.isShortcutDown() && !pressed.isAltDown();
            if (!(plain && isTyping(scene.getFocusOwner()) && !pressed.getCode().isFunctionKey())) {
                run(pressed);
            }
        });
        scene.addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            if (!sheet.isVisible() && !isTyping(scene.getFocusOwner())) {
                sign(typed);
            }
        });
    }

    /// Signs that lie elsewhere on each keyboard are heard when they are typed, not when some key is pressed.
    private void sign(KeyEvent typed) {
        commands.all().stream()
                .filter(command -> command.keys().stream().anyMatch(keys ->
                        keys instanceof KeyCharacterCombination sign && sign.getCharacter().equals(typed.getCharacter())))
                .findFirst()
                .ifPresent(command -> {
                    typed.consume();
                    command.run();
                });
    }

    /// A button that was clicked keeps the focus, and would take the space bar and the arrows; only one that was gone to
    /// by keyboard may have them.
    private static boolean isIdle(@Nullable Node focused) {
        return switch (focused) {
            case null -> true;
            case ButtonBase button -> !button.isFocusVisible();
            case Control _ -> false;
            default -> !focused.isFocusVisible();
        };
    }

    private void run(KeyEvent pressed) {
        commands.forKey(pressed).ifPresent(command -> {
            pressed.consume();
            command.run();
        });
    }

    private static boolean isTyping(@Nullable Node focused) {
        return focused instanceof TextInputControl text && text.isEditable();
    }
}
