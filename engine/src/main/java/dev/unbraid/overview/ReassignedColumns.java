package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.dsp.Stft;
import dev.unbraid.dsp.Window;

import java.util.Arrays;

/// Columns in which energy lies where it comes from: each cell's energy is moved to the time and frequency that the
/// change of its phase tells (Kodera; Auger and Flandrin), and what meets in a cell is added up.
final class ReassignedColumns implements ColumnMaker {
    private static final int CELLS_AT_ONCE = 1 << 20;
    /// Less than the faintest level, and where phases mean nothing.
    private static final float FAINTEST_POWER = 1e-16f;

    private final Stft plain;
    private final Stft distance;
    private final Stft slope;
    private final float[][] planes;
    /// A sine's power is spread over several bins; taken together they are more than 1 by this factor.
    private final double spread;
    private float[] cells = {};

    ReassignedColumns(SpectrogramSettings settings, int channels) {
        Window window = ColumnMaker.window(settings);
        int size = settings.fftSize() * settings.zeroPadding();
        plain = new Stft(window, size);
        distance = new Stft(window.timesDistance(), size);
        slope = new Stft(window.slope(), size);
        planes = new float[channels][settings.fftSize()];
        spread = size * window.sumOfSquares() / 4;
    }

    @Override
    public int mostColumns(ColumnGrid grid) {
        // What is looked at on either side adds a quarter.
        return Math.clamp(CELLS_AT_ONCE / plain.bins(), 8, 8 * margin(grid));
    }

    /// How many columns beside those to be made can have energy for them.
    private int margin(ColumnGrid grid) {
        return Math.toIntExact(Math.ceilDiv(planes[0].length / 2, grid.key().hopFrames()));
    }

    @Override
    public void make(AudioAsset sound, ColumnGrid grid, int from, int to, byte[] levels) {
        int frames = planes[0].length;
        int bins = plain.bins();
        cells = Arrays.copyOf(cells, Math.max(cells.length, (to - from) * bins));
        Arrays.fill(cells, 0);
        int margin = margin(grid);
        for (int column = from - margin; column < to + margin; column++) {
            for (int look = 0; look < grid.looks(); look++) {
                sound.read(grid.middleOf(column, look) - frames / 2, planes, 0, frames);
                double place = column - from + 0.5
                        + (double) (2 * look - grid.looks() + 1) / (2 * grid.looks());
                for (float[] plane : planes) {
                    spread(plane, place, grid, to - from);
                }
            }
        }
        for (int i = 0; i < (to - from) * bins; i++) {
            levels[from * bins + i] = LevelScale.level(cells[i]);
        }
    }

    /// @param place where the look's middle lies, in columns from the left edge of the first of the cells
    private void spread(float[] plane, double place, ColumnGrid grid, int columns) {
        float[] x = plain.transform(plane);
        float[] late = distance.transform(plane);
        float[] turn = slope.transform(plane);
        int bins = plain.bins();
        float weight = (float) (1 / (spread * grid.looks() * planes.length));
        float columnsPerFrame = 1f / grid.key().hopFrames();
        float binsPerRadian = (float) ((bins - 1) / Math.PI);
        for (int bin = 0; bin < bins; bin++) {
            float real = x[2 * bin];
            float imaginary = x[2 * bin + 1];
            float power = real * real + imaginary * imaginary;
            if (power * weight < FAINTEST_POWER) {
                continue;
            }
            float frames = (late[2 * bin] * real + late[2 * bin + 1] * imaginary) / power;
            float radians = (turn[2 * bin + 1] * real - turn[2 * bin] * imaginary) / power;
            int column = (int) Math.floor(place + frames * columnsPerFrame);
            int target = Math.round(bin - radians * binsPerRadian);
            if (column >= 0 && column < columns && target >= 0 && target < bins) {
                cells[column * bins + target] += power * weight;
            }
        }
    }
}
