package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

/// Eight sums, two columns and a weight: for processors with sixteen vector registers (AVX2). With more sums, up to the
/// registers' number, the compiler of JDK 25 keeps some of them in memory, at half the speed.
final class FourByTwo implements MicroKernel {
    private static final int ROWS = 4;
    private static final int LANES = Lanes.SPECIES.length();
    private static final int STEP = 2 * LANES;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void multiplyAdd(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int fromAt, int apart, float[] out, int outAt, int[] starts) {
        for (int panel = 0; panel < starts.length; panel++) {
            int panelsAt = panelAt + panel * ROWS * rows.length;
            for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
                multiplyAddStep(panels, panelsAt, columns, columnsAt + lane, rows,
                        from, fromAt + starts[panel] * apart + lane, out, outAt + starts[panel] + lane);
            }
        }
    }

    private static void multiplyAddStep(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int fromAt, float[] out, int outAt) {
        FloatVector sum00 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum01 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum10 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum11 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum20 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum21 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum30 = FloatVector.zero(Lanes.SPECIES);
        FloatVector sum31 = FloatVector.zero(Lanes.SPECIES);
        int p = panelAt;
        for (int row : rows) {
            int c = columnsAt + row;
            FloatVector column0 = Lanes.load(columns, c);
            FloatVector column1 = Lanes.load(columns, c + LANES);
            FloatVector row0 = FloatVector.broadcast(Lanes.SPECIES, panels[p]);
            sum00 = row0.fma(column0, sum00);
            sum01 = row0.fma(column1, sum01);
            FloatVector row1 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 1]);
            sum10 = row1.fma(column0, sum10);
            sum11 = row1.fma(column1, sum11);
            FloatVector row2 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 2]);
            sum20 = row2.fma(column0, sum20);
            sum21 = row2.fma(column1, sum21);
            FloatVector row3 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 3]);
            sum30 = row3.fma(column0, sum30);
            sum31 = row3.fma(column1, sum31);
            p += ROWS;
        }
        sum00.add(Lanes.load(from, fromAt)).intoArray(out, outAt);
        sum01.add(Lanes.load(from, fromAt + LANES)).intoArray(out, outAt + LANES);
        sum10.add(Lanes.load(from, fromAt + Tile.WIDTH)).intoArray(out, outAt + Tile.WIDTH);
        sum11.add(Lanes.load(from, fromAt + Tile.WIDTH + LANES)).intoArray(out, outAt + Tile.WIDTH + LANES);
        sum20.add(Lanes.load(from, fromAt + 2 * Tile.WIDTH)).intoArray(out, outAt + 2 * Tile.WIDTH);
        sum21.add(Lanes.load(from, fromAt + 2 * Tile.WIDTH + LANES)).intoArray(out, outAt + 2 * Tile.WIDTH + LANES);
        sum30.add(Lanes.load(from, fromAt + 3 * Tile.WIDTH)).intoArray(out, outAt + 3 * Tile.WIDTH);
        sum31.add(Lanes.load(from, fromAt + 3 * Tile.WIDTH + LANES)).intoArray(out, outAt + 3 * Tile.WIDTH + LANES);
    }
}
