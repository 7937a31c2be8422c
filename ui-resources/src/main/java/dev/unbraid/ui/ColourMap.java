package dev.unbraid.ui;

import java.util.Arrays;
import java.util.Optional;

/// Colours for levels, from low to high. Lightness only rises (or only falls), so that they read alike in print and to
/// the colour-blind.
///
/// Magma, inferno and viridis run through the published colours of matplotlib's; roseus is after Hanwool Kim's.
public enum ColourMap {
    MAGMA("magma", 0x000004, 0x180f3e, 0x451077, 0x721f81, 0x9f2f7f, 0xcd4071, 0xf1605d, 0xfd9567, 0xfec98d, 0xfcfdbf),
    VIRIDIS("viridis",
            0x440154, 0x482878, 0x3e4a89, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725),
    INFERNO("inferno",
            0x000004, 0x1b0c42, 0x4b0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9a06, 0xf7d03c, 0xfcffa4),
    ROSEUS("roseus",
            0x010102, 0x07243c, 0x253b73, 0x5c3f98, 0x97409d, 0xcb4c8b, 0xec6f74, 0xf39f79, 0xf3cfa4, 0xfcf5ea),
    GREY("grey", 0x000000, 0xffffff),
    GREY_INVERTED("grey-inverted", 0xffffff, 0x000000);

    /// Entries of a map.
    public static final int SIZE = 256;

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final int[] argb = new int[SIZE];

    ColourMap(String id, int... anchors) {
        this.id = id;
        for (int i = 0; i < SIZE; i++) {
            double place = i * (anchors.length - 1.0) / (SIZE - 1);
            int below = Math.min((int) place, anchors.length - 2);
            argb[i] = Oklab.of(anchors[below]).mixed(Oklab.of(anchors[below + 1]), place - below).argb();
        }
    }

    /// @param id as in preferences, such as `grey-inverted`
    public static Optional<ColourMap> named(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    /// @param index 0 (lowest) to 255
    /// @return opaque `0xAARRGGBB`
    public int argb(int index) {
        return argb[index];
    }
}
