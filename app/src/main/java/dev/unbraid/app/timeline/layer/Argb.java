package dev.unbraid.app.timeline.layer;

/// Arithmetic on opaque colours, `0xAARRGGBB`.
public final class Argb {
    private Argb() {}

    /// @param share of `to`, 0 to 256
    public static int mixed(int from, int to, int share) {
        int keep = 256 - share;
        int redBlue = ((from & 0xff00ff) * keep + (to & 0xff00ff) * share) >>> 8 & 0xff00ff;
        int green = ((from & 0xff00) * keep + (to & 0xff00) * share) >>> 8 & 0xff00;
        return 0xff000000 | redBlue | green;
    }

    /// @param text `#rrggbb`
    public static int of(String text) {
        return 0xff000000 | Integer.parseInt(text.substring(1), 16);
    }
}
