package dev.unbraid.vector;

import dev.unbraid.audio.RuleException;
import jdk.incubator.vector.FloatVector;

/// Twelve sums, two columns and a weight: for processors with sixteen vector registers (AVX2).
@RuleException(rule = "method-lines", value = "The compiler keeps sums in registers that are variables, not those of an array.")
final class SixByTwo implements MicroKernel {
    private static final int ROWS = 6;
    private static final int LANES = Lanes.SPECIES.length();
    private static final int STEP = 2 * LANES;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void multiplyAdd(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows, float[] out, int outAt) {
        for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
            multiplyAddStep(panels, panelAt, columns, columnsAt + lane, rows, out, outAt + lane);
        }
    }

    // Each sum has a variable of its own, for only those the compiler keeps in registers.
    private static void multiplyAddStep(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows, float[] out, int outAt) {
        FloatVector sum00 = Lanes.load(out, outAt);
        FloatVector sum01 = Lanes.load(out, outAt + LANES);
        FloatVector sum10 = Lanes.load(out, outAt + Tile.WIDTH);
        FloatVector sum11 = Lanes.load(out, outAt + Tile.WIDTH + LANES);
        FloatVector sum20 = Lanes.load(out, outAt + 2 * Tile.WIDTH);
        FloatVector sum21 = Lanes.load(out, outAt + 2 * Tile.WIDTH + LANES);
        FloatVector sum30 = Lanes.load(out, outAt + 3 * Tile.WIDTH);
        FloatVector sum31 = Lanes.load(out, outAt + 3 * Tile.WIDTH + LANES);
        FloatVector sum40 = Lanes.load(out, outAt + 4 * Tile.WIDTH);
        FloatVector sum41 = Lanes.load(out, outAt + 4 * Tile.WIDTH + LANES);
        FloatVector sum50 = Lanes.load(out, outAt + 5 * Tile.WIDTH);
        FloatVector sum51 = Lanes.load(out, outAt + 5 * Tile.WIDTH + LANES);
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
            FloatVector row4 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 4]);
            sum40 = row4.fma(column0, sum40);
            sum41 = row4.fma(column1, sum41);
            FloatVector row5 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 5]);
            sum50 = row5.fma(column0, sum50);
            sum51 = row5.fma(column1, sum51);
            p += ROWS;
        }
        sum00.intoArray(out, outAt);
        sum01.intoArray(out, outAt + LANES);
        sum10.intoArray(out, outAt + Tile.WIDTH);
        sum11.intoArray(out, outAt + Tile.WIDTH + LANES);
        sum20.intoArray(out, outAt + 2 * Tile.WIDTH);
        sum21.intoArray(out, outAt + 2 * Tile.WIDTH + LANES);
        sum30.intoArray(out, outAt + 3 * Tile.WIDTH);
        sum31.intoArray(out, outAt + 3 * Tile.WIDTH + LANES);
        sum40.intoArray(out, outAt + 4 * Tile.WIDTH);
        sum41.intoArray(out, outAt + 4 * Tile.WIDTH + LANES);
        sum50.intoArray(out, outAt + 5 * Tile.WIDTH);
        sum51.intoArray(out, outAt + 5 * Tile.WIDTH + LANES);
    }
}
