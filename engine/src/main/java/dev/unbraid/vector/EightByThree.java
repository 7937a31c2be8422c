package dev.unbraid.vector;

import dev.unbraid.audio.RuleException;
import jdk.incubator.vector.FloatVector;

/// Twenty-four sums, three columns and a weight: for processors with thirty-two vector registers (AVX-512, NEON, SVE).
@RuleException(rule = "method-lines", value = "The compiler keeps sums in registers that are variables, not those of an array.")
final class EightByThree implements MicroKernel {
    private static final int ROWS = 8;
    private static final int LANES = Lanes.SPECIES.length();
    private static final int STEP = 3 * LANES;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public void multiplyAdd(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int fromAt, int apart, float[] out, int outAt, int[] starts) {
        for (int lane = 0; lane < Tile.WIDTH; lane += STEP) {
            multiplyAddStep(panels, panelAt, columns, columnsAt + lane, rows,
                    from, fromAt + lane, apart, out, outAt + lane, starts);
        }
    }

    // Each sum has a variable of its own, for only those the compiler keeps in registers. Panel by panel in here, for a call
    // takes as long as some rows do. Where answers begin is read from an array: were it counted, the compiler would check each
    // row of them before the loop, and have no register left within.
    private static void multiplyAddStep(
            float[] panels, int panelAt, float[] columns, int columnsAt, int[] rows,
            float[] from, int firstFrom, int apart, float[] out, int firstOut, int[] starts) {
        int p = panelAt;
        for (int start : starts) {
            int fromAt = firstFrom + start * apart;
            int outAt = firstOut + start;
            FloatVector sum00 = Lanes.load(from, fromAt);
            FloatVector sum01 = Lanes.load(from, fromAt + LANES);
            FloatVector sum02 = Lanes.load(from, fromAt + 2 * LANES);
            FloatVector sum10 = Lanes.load(from, fromAt + Tile.WIDTH);
            FloatVector sum11 = Lanes.load(from, fromAt + Tile.WIDTH + LANES);
            FloatVector sum12 = Lanes.load(from, fromAt + Tile.WIDTH + 2 * LANES);
            FloatVector sum20 = Lanes.load(from, fromAt + 2 * Tile.WIDTH);
            FloatVector sum21 = Lanes.load(from, fromAt + 2 * Tile.WIDTH + LANES);
            FloatVector sum22 = Lanes.load(from, fromAt + 2 * Tile.WIDTH + 2 * LANES);
            FloatVector sum30 = Lanes.load(from, fromAt + 3 * Tile.WIDTH);
            FloatVector sum31 = Lanes.load(from, fromAt + 3 * Tile.WIDTH + LANES);
            FloatVector sum32 = Lanes.load(from, fromAt + 3 * Tile.WIDTH + 2 * LANES);
            FloatVector sum40 = Lanes.load(from, fromAt + 4 * Tile.WIDTH);
            FloatVector sum41 = Lanes.load(from, fromAt + 4 * Tile.WIDTH + LANES);
            FloatVector sum42 = Lanes.load(from, fromAt + 4 * Tile.WIDTH + 2 * LANES);
            FloatVector sum50 = Lanes.load(from, fromAt + 5 * Tile.WIDTH);
            FloatVector sum51 = Lanes.load(from, fromAt + 5 * Tile.WIDTH + LANES);
            FloatVector sum52 = Lanes.load(from, fromAt + 5 * Tile.WIDTH + 2 * LANES);
            FloatVector sum60 = Lanes.load(from, fromAt + 6 * Tile.WIDTH);
            FloatVector sum61 = Lanes.load(from, fromAt + 6 * Tile.WIDTH + LANES);
            FloatVector sum62 = Lanes.load(from, fromAt + 6 * Tile.WIDTH + 2 * LANES);
            FloatVector sum70 = Lanes.load(from, fromAt + 7 * Tile.WIDTH);
            FloatVector sum71 = Lanes.load(from, fromAt + 7 * Tile.WIDTH + LANES);
            FloatVector sum72 = Lanes.load(from, fromAt + 7 * Tile.WIDTH + 2 * LANES);
            for (int row : rows) {
                int c = columnsAt + row;
                FloatVector column0 = Lanes.load(columns, c);
                FloatVector column1 = Lanes.load(columns, c + LANES);
                FloatVector column2 = Lanes.load(columns, c + 2 * LANES);
                FloatVector row0 = FloatVector.broadcast(Lanes.SPECIES, panels[p]);
                sum00 = row0.fma(column0, sum00);
                sum01 = row0.fma(column1, sum01);
                sum02 = row0.fma(column2, sum02);
                FloatVector row1 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 1]);
                sum10 = row1.fma(column0, sum10);
                sum11 = row1.fma(column1, sum11);
                sum12 = row1.fma(column2, sum12);
                FloatVector row2 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 2]);
                sum20 = row2.fma(column0, sum20);
                sum21 = row2.fma(column1, sum21);
                sum22 = row2.fma(column2, sum22);
                FloatVector row3 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 3]);
                sum30 = row3.fma(column0, sum30);
                sum31 = row3.fma(column1, sum31);
                sum32 = row3.fma(column2, sum32);
                FloatVector row4 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 4]);
                sum40 = row4.fma(column0, sum40);
                sum41 = row4.fma(column1, sum41);
                sum42 = row4.fma(column2, sum42);
                FloatVector row5 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 5]);
                sum50 = row5.fma(column0, sum50);
                sum51 = row5.fma(column1, sum51);
                sum52 = row5.fma(column2, sum52);
                FloatVector row6 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 6]);
                sum60 = row6.fma(column0, sum60);
                sum61 = row6.fma(column1, sum61);
                sum62 = row6.fma(column2, sum62);
                FloatVector row7 = FloatVector.broadcast(Lanes.SPECIES, panels[p + 7]);
                sum70 = row7.fma(column0, sum70);
                sum71 = row7.fma(column1, sum71);
                sum72 = row7.fma(column2, sum72);
                p += ROWS;
            }
            sum00.intoArray(out, outAt);
            sum01.intoArray(out, outAt + LANES);
            sum02.intoArray(out, outAt + 2 * LANES);
            sum10.intoArray(out, outAt + Tile.WIDTH);
            sum11.intoArray(out, outAt + Tile.WIDTH + LANES);
            sum12.intoArray(out, outAt + Tile.WIDTH + 2 * LANES);
            sum20.intoArray(out, outAt + 2 * Tile.WIDTH);
            sum21.intoArray(out, outAt + 2 * Tile.WIDTH + LANES);
            sum22.intoArray(out, outAt + 2 * Tile.WIDTH + 2 * LANES);
            sum30.intoArray(out, outAt + 3 * Tile.WIDTH);
            sum31.intoArray(out, outAt + 3 * Tile.WIDTH + LANES);
            sum32.intoArray(out, outAt + 3 * Tile.WIDTH + 2 * LANES);
            sum40.intoArray(out, outAt + 4 * Tile.WIDTH);
            sum41.intoArray(out, outAt + 4 * Tile.WIDTH + LANES);
            sum42.intoArray(out, outAt + 4 * Tile.WIDTH + 2 * LANES);
            sum50.intoArray(out, outAt + 5 * Tile.WIDTH);
            sum51.intoArray(out, outAt + 5 * Tile.WIDTH + LANES);
            sum52.intoArray(out, outAt + 5 * Tile.WIDTH + 2 * LANES);
            sum60.intoArray(out, outAt + 6 * Tile.WIDTH);
            sum61.intoArray(out, outAt + 6 * Tile.WIDTH + LANES);
            sum62.intoArray(out, outAt + 6 * Tile.WIDTH + 2 * LANES);
            sum70.intoArray(out, outAt + 7 * Tile.WIDTH);
            sum71.intoArray(out, outAt + 7 * Tile.WIDTH + LANES);
            sum72.intoArray(out, outAt + 7 * Tile.WIDTH + 2 * LANES);
        }
    }
}
