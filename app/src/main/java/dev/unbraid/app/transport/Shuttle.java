package dev.unbraid.app.transport;

/// How fast J and L make it go.
enum Shuttle {
    BACK_4(-4), BACK_2(-2), BACK_1(-1), STILL(0), FORWARD_1(1), FORWARD_2(2), FORWARD_4(4);

    private final double rate;

    Shuttle(double rate) {
        this.rate = rate;
    }

    /// Times the usual speed.
    double rate() {
        return rate;
    }

    /// Another step forward; from going back, at once forward.
    Shuttle forward() {
        return switch (this) {
            case BACK_4, BACK_2, BACK_1, STILL -> FORWARD_1;
            case FORWARD_1 -> FORWARD_2;
            case FORWARD_2, FORWARD_4 -> FORWARD_4;
        };
    }

    Shuttle back() {
        return switch (this) {
            case FORWARD_4, FORWARD_2, FORWARD_1, STILL -> BACK_1;
            case BACK_1 -> BACK_2;
            case BACK_2, BACK_4 -> BACK_4;
        };
    }
}
