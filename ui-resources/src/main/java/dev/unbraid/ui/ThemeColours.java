package dev.unbraid.ui;

/// The colours of a theme for what is painted pixel by pixel, as `0xAARRGGBB`; the style sheets say the same.
public enum ThemeColours {
    DARK(0xff0f1116, 0xff161920, 0xff1d212a, 0xff262b36, 0xffe6e9ef, 0xff8d95a5, 0xff5b6373, 0xff7aa2f7, 0xffc9d1e3, 0xffffffff),
    LIGHT(0xffffffff, 0xfff6f7f9, 0xffffffff, 0xffdfe3ea, 0xff1b1f27, 0xff5d6675, 0xff98a1b0, 0xff3f6fdc, 0xff56627a, 0xffe2524a);

    public static final int GOOD = 0xff5ec4a0;
    public static final int WARN = 0xffd9b44a;
    public static final int BAD = 0xffe2524a;
    public static final int SOLO = 0xfff2c14e;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final int[] argb;

    ThemeColours(int... argb) {
        this.argb = argb;
    }

    public int background() {
        return argb[0];
    }

    public int panel() {
        return argb[1];
    }

    public int raised() {
        return argb[2];
    }

    public int line() {
        return argb[3];
    }

    public int text() {
        return argb[4];
    }

    public int dim() {
        return argb[5];
    }

    public int faint() {
        return argb[6];
    }

    public int accent() {
        return argb[7];
    }

    /// The waveform of a mix, which has no stem's colour.
    public int mix() {
        return argb[8];
    }

    public int playhead() {
        return argb[9];
    }
}
