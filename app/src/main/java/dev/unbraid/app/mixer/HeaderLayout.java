package dev.unbraid.app.mixer;

import javafx.scene.Node;

/// Where the parts of a header stand: in rows where there is room, in one row where there is not.
final class HeaderLayout {
    /// Below it, all is in one row.
    static final double ROWS_FROM_PX = 60;
    /// From it on, there is a row for the view and for dragging out.
    static final double VIEWS_FROM_PX = 88;

    private static final double LEFT = 14;
    private static final double RIGHT = LaneHeader.WIDTH_PX - 13;
    private static final double BUTTON_PX = 22;
    private static final double VALUE_PX = 56;

    private HeaderLayout() {}

    static void arrange(HeaderParts parts, double height) {
        boolean rows = height >= ROWS_FROM_PX;
        boolean views = height >= VIEWS_FROM_PX;
        parts.value.setVisible(rows);
        parts.balance.setVisible(rows);
        parts.extras.setVisible(views);
        parts.figures.setVisible(views);
        if (rows) {
            rows(parts, height);
        } else {
            row(parts, height);
        }
    }

    private static void rows(HeaderParts parts, double height) {
        // The drawing's lane of 92 px; lower ones draw the rows together.
        double squeeze = Math.min(1, height / 84);
        double title = 19 * squeeze;
        double fader = 45 * squeeze;
        double meter = 64 * squeeze;
        double name = lead(parts, title);
        middle(parts.solo, RIGHT - BUTTON_PX, title, BUTTON_PX, BUTTON_PX);
        middle(parts.mute, RIGHT - 2 * BUTTON_PX - 4, title, BUTTON_PX, BUTTON_PX);
        double balance = RIGHT - 2 * BUTTON_PX - 4 - 10 - 36;
        middle(parts.balance, balance, title, 36, 20);
        middle(parts.name, name, title, balance - 8 - name, 20);
        middle(parts.gain, LEFT, fader, RIGHT - LEFT - VALUE_PX, 18);
        middle(parts.value, RIGHT - VALUE_PX + 6, fader, VALUE_PX - 6, 18);
        middle(parts.meter, LEFT, meter, RIGHT - LEFT, 13);
        middle(parts.figures, LEFT, 81, RIGHT - LEFT, 16);
        middle(parts.extras, RIGHT - 94, 80, 94, 18);
    }

    private static void row(HeaderParts parts, double height) {
        double middle = Math.rint(height / 2) - 2;
        double name = lead(parts, middle);
        double buttons = Math.min(BUTTON_PX, height - 10);
        middle(parts.solo, RIGHT - BUTTON_PX, middle, BUTTON_PX, buttons);
        middle(parts.mute, RIGHT - 2 * BUTTON_PX - 4, middle, BUTTON_PX, buttons);
        double fader = RIGHT - 2 * BUTTON_PX - 4 - 10 - 64;
        middle(parts.gain, fader, middle, 64, 18);
        middle(parts.name, name, middle, fader - 8 - name, 20);
        middle(parts.meter, LEFT, height - 5, RIGHT - LEFT, 9);
    }

    /// @return where the name begins
    private static double lead(HeaderParts parts, double middle) {
        middle(parts.fold, LEFT - 5, middle, 18, 20);
        middle(parts.swatch, LEFT - 4, middle, 18, 20);
        return LEFT + (parts.fold.isVisible() ? 13 : 18);
    }

    private static void middle(Node node, double x, double middle, double width, double height) {
        node.resizeRelocate(Math.rint(x), Math.rint(middle - height / 2), width, height);
    }
}
