package dev.unbraid.htdemucs;

/// Which numbers a convolution sees around each of its answers.
record Neighbourhood(Axis acrossRows, Axis alongRow) {
    /// @param taps     an odd number
    /// @param dilation between two taps
    record Axis(int taps, int dilation) {
        static final Axis POINT = new Axis(1, 1);

        private int offset(int tap) {
            return (tap - taps / 2) * dilation;
        }
    }

    static final Neighbourhood POINT = new Neighbourhood(Axis.POINT, Axis.POINT);

    /// Where they lie from the answer's place on, for each channel, tap across and tap along.
    int[] offsets(Plane x) {
        int[] offsets = new int[x.channels() * acrossRows.taps() * alongRow.taps()];
        int i = 0;
        for (int c = 0; c < x.channels(); c++) {
            for (int across = 0; across < acrossRows.taps(); across++) {
                for (int along = 0; along < alongRow.taps(); along++) {
                    offsets[i++] = c * x.channelStride() + acrossRows.offset(across) * x.rowStride() + alongRow.offset(along);
                }
            }
        }
        return offsets;
    }
}
