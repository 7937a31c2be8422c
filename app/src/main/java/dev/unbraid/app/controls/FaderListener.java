package dev.unbraid.app.controls;

/// Who owns the value that a fader shows.
public interface FaderListener {
    /// The thumb was dragged, or its track clicked.
    ///
    /// @param position 0 to 1
    void moved(double position);

    /// The wheel was turned or an arrow key pressed.
    ///
    /// @param steps upwards; downwards if negative
    void stepped(int steps);

    /// The usual value is wanted.
    void reset();

    /// The gesture is over.
    void released();
}
