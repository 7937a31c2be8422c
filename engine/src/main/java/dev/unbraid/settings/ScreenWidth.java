package dev.unbraid.settings;

import java.io.Console;
import java.util.Optional;
import java.util.OptionalInt;

/// How wide the screen behind standard error is.
public final class ScreenWidth {
    private static final String PROPERTY = "unbraid.columns";
    private static final int USUAL = 80;

    private ScreenWidth() {}

    /// @return columns; empty when standard error is no screen
    public static OptionalInt columns() {
        Integer told = Integer.getInteger(PROPERTY);
        if (told != null) {
            return told > 0 ? OptionalInt.of(told) : OptionalInt.empty();
        }
        // Java cannot ask about standard error alone; launchers that can set the property.
        // There is none where Java was started without a screen.
        boolean screen = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return screen ? OptionalInt.of(USUAL) : OptionalInt.empty();
    }
}
