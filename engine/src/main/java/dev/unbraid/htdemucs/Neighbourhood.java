package dev.unbraid.htdemucs;

/// Which numbers a convolution sees for each of its answers.
record Neighbourhood(Axis acrossRows, Axis alongRow) {
    /// @param stride   between two answers
    /// @param dilation between two taps
    /// @param before   how far the first tap lies before the answer's place
    record Axis(int taps, int stride, int dilation, int before) {
        static final Axis POINT = new Axis(1, 1, 1, 0);

        /// @param taps an odd number, around the answer's place
        static Axis around(int taps, int dilation) {
            return new Axis(taps, 1, dilation, taps / 2 * dilation);
        }
    }

    static final Neighbourhood POINT = new Neighbourhood(Axis.POINT, Axis.POINT);

    /// Where they lie from the first one's place on, for each channel, tap across and tap along.
    int[] offsets(Plane x) {
        int[] offsets = new int[x.channels() * acrossRows.taps() * alongRow.taps()];
        int i = 0;
        for (int c = 0; c < x.channels(); c++) {
            for (int across = 0; across < acrossRows.taps(); across++) {
                for (int along = 0; along < alongRow.taps(); along++) {
                    offsets[i++] = c * x.channelStride() + (across * acrossRows.dilation() - acrossRows.before()) * x.rowStride()
                            + along * alongRow.dilation() - alongRow.before();
                }
            }
        }
        return offsets;
    }
}
