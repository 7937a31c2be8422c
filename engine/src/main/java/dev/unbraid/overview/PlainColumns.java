package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.dsp.Stft;

import java.util.Arrays;

/// Columns as the transform tells them.
final class PlainColumns implements ColumnMaker {
    private final Stft stft;
    private final float[][] planes;
    private final float[] power;

    PlainColumns(SpectrogramSettings settings, int channels) {
        stft = new Stft(ColumnMaker.window(settings), settings.fftSize() * settings.zeroPadding());
        planes = new float[channels][settings.fftSize()];
        power = new float[stft.bins()];
    }

    @Override
    public int mostColumns(ColumnGrid grid) {
        return 4;
    }

    @Override
    public void make(AudioAsset sound, ColumnGrid grid, int from, int to, byte[] levels) {
        int frames = planes[0].length;
        int looks = grid.looks();
        double weight = 1.0 / (looks * planes.length);
        for (int column = from; column < to; column++) {
            Arrays.fill(power, 0);
            for (int look = 0; look < looks; look++) {
                sound.read(grid.middleOf(column, look) - frames / 2, planes, 0, frames);
                for (float[] plane : planes) {
                    stft.addPower(plane, weight, power);
                }
            }
            for (int bin = 0; bin < power.length; bin++) {
                levels[column * power.length + bin] = LevelScale.level(power[bin]);
            }
        }
    }
}
