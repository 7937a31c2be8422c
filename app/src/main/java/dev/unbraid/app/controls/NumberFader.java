package dev.unbraid.app.controls;

import javafx.beans.property.Property;

/// A fader that is a number, from the usual one to both sides.
public final class NumberFader implements FaderListener {
    /// @param step  of wheel and arrow keys, and what a drag is rounded to
    /// @param usual what a double-click brings back, with a notch around it
    public record Scale(double lowest, double highest, double step, double usual) {
        private static final double NOTCH = 0.015;

        double position(double number) {
            return (number - lowest) / (highest - lowest);
        }

        /// @param position 0 to 1
        double number(double position) {
            if (Math.abs(position - position(usual)) < NOTCH) {
                return usual;
            }
            return Math.rint((lowest + position * (highest - lowest)) / step) * step;
        }

        double stepped(double number, int steps) {
            return Math.clamp(number + steps * step, lowest, highest);
        }
    }

    private static final double THUMB_PX = 12;

    private final Property<Number> number;
    private final Scale scale;

    private NumberFader(Property<Number> number, Scale scale) {
        this.number = number;
        this.scale = scale;
    }

    /// @param number shown, and set by the user
    public static Fader of(Property<Number> number, Scale scale) {
        Fader fader = new Fader(scale.position(scale.usual()), THUMB_PX, new NumberFader(number, scale));
        number.subscribe(now -> fader.positionProperty().set(scale.position(now.doubleValue())));
        return fader;
    }

    @Override
    public void moved(double position) {
        number.setValue(scale.number(position));
    }

    @Override
    public void stepped(int steps) {
        number.setValue(scale.stepped(number.getValue().doubleValue(), steps));
    }

    @Override
    public void reset() {
        number.setValue(scale.usual());
    }

    @Override
    public void released() {
        // A number that is no part of the document has no steps to undo.
    }
}
