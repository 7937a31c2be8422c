package dev.unbraid.htdemucs;

import dev.unbraid.vector.ColumnTransform;

import java.util.Arrays;
import java.util.stream.Stream;

/// The Fourier transform at the network's two ends: complex as channels, without the Nyquist bin. As many columns as a
/// register holds are transformed together, and two channels as one complex one.
final class Spectrum {
    /// Rows of columns that stay near while each column is gone through: lines hold a number of every column.
    private static final int NEAR = 128;

    private final int nfft;
    private final int hop;
    private final int frames;
    private final int columns;
    private final float[] window;
    private final Crew crew;
    private final ColumnTransform[] transforms;
    private final float[][] real;
    private final float[][] imaginary;

    /// @param frames of the sound
    Spectrum(int nfft, int frames, Crew crew) {
        this.nfft = nfft;
        this.frames = frames;
        this.crew = crew;
        hop = nfft / 4;
        columns = Math.ceilDiv(frames, hop);
        window = new float[nfft];
        for (int i = 0; i < nfft; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / nfft));
        }
        int members = crew.team().members();
        transforms = Stream.generate(() -> new ColumnTransform(nfft)).limit(members).toArray(ColumnTransform[]::new);
        real = new float[members][nfft * ColumnTransform.COLUMNS];
        imaginary = new float[members][nfft * ColumnTransform.COLUMNS];
    }

    int bins() {
        return nfft / 2;
    }

    int columns() {
        return columns;
    }

    private int groups() {
        return Math.ceilDiv(columns, ColumnTransform.COLUMNS);
    }

    /// @param sound `[channels, frames]`
    /// @param out   `[2 * channels, bins, columns]`: left re, left im, right re, right im
    void analyse(float[] sound, Plane out) {
        int channels = out.channels() / 2;
        // The transform is scaled to keep the power.
        float scale = (float) Math.pow(nfft, -0.5);
        crew.team().share(Math.ceilDiv(channels, 2) * groups(), (member, part) -> {
            int channel = part / groups() * 2;
            int first = part % groups() * ColumnTransform.COLUMNS;
            cut(sound, channel, first, real[member]);
            Arrays.fill(imaginary[member], 0);
            if (channel + 1 < channels) {
                cut(sound, channel + 1, first, imaginary[member]);
            }
            transforms[member].transform(real[member], imaginary[member]);
            unfold(member, new Pair(channel, first, channel + 1 < channels), out, scale / 2);
        });
    }

    /// Columns of two channels.
    private record Pair(int channel, int first, boolean isWhole) {}

    /// Some columns of one channel, windowed. The reference pads by reflection, by half a frame more than this, and drops two
    /// columns on either side then: the same columns as these.
    private void cut(float[] sound, int channel, int first, float[] out) {
        int pad = 3 * hop / 2;
        for (int part = 0; part < nfft; part += NEAR) {
            for (int lane = 0; lane < ColumnTransform.COLUMNS; lane++) {
                int start = (first + lane) * hop - pad;
                for (int i = part; i < Math.min(part + NEAR, nfft); i++) {
                    out[i * ColumnTransform.COLUMNS + lane] =
                            first + lane < columns ? window[i] * sound[channel * frames + reflected(start + i)] : 0;
                }
            }
        }
    }

    private int reflected(int frame) {
        int inside = Math.abs(frame);
        return inside < frames ? inside : 2 * (frames - 1) - inside;
    }

    /// Two channels' bins out of those of the complex one.
    private void unfold(int member, Pair pair, Plane out, float scale) {
        float[] re = real[member];
        float[] im = imaginary[member];
        int count = Math.min(ColumnTransform.COLUMNS, columns - pair.first);
        boolean wholeRegisters = pair.isWhole && count == ColumnTransform.COLUMNS;
        if (wholeRegisters) {
            ColumnTransform.split(re, im, scale, out.values(), new ColumnTransform.Spectra(
                    out.at(2 * pair.channel, 0) + pair.first, out.rowStride(), out.channelStride()));
        }
        for (int bin = 0; bin < (wholeRegisters ? 1 : bins()); bin++) {
            int a = bin * ColumnTransform.COLUMNS;
            int b = (nfft - bin) % nfft * ColumnTransform.COLUMNS;
            int to = out.at(2 * pair.channel, bin) + pair.first;
            int plane = out.channelStride();
            for (int i = 0; i < count; i++) {
                out.values()[to + i] = scale * (re[a + i] + re[b + i]);
                out.values()[to + i + plane] = scale * (im[a + i] - im[b + i]);
                if (pair.isWhole) {
                    out.values()[to + i + 2 * plane] = scale * (im[a + i] + im[b + i]);
                    out.values()[to + i + 3 * plane] = scale * (re[b + i] - re[a + i]);
                }
            }
        }
    }

    /// @param spectrum `[2 * channels, bins, columns]`
    /// @param mean     added to every number of the spectrum after it was multiplied with `std`
    /// @param out      `[channels, frames]`, which is added to
    void synthesise(Plane spectrum, double mean, double std, float[] out) {
        int channels = spectrum.channels() / 2;
        // Four squared windows a quarter apart add up to 1.5.
        float scale = (float) (Math.pow(nfft, 0.5) / 1.5 / nfft);
        crew.team().share(Math.ceilDiv(channels, 2), (member, pair) -> {
            for (int first = 0; first < columns; first += ColumnTransform.COLUMNS) {
                Pair columnsOfPair = new Pair(2 * pair, first, 2 * pair + 1 < channels);
                fold(member, columnsOfPair, spectrum, (float) mean, (float) std);
                // With real and imaginary part in each other's place it is the inverse.
                transforms[member].transform(imaginary[member], real[member]);
                overlap(real[member], columnsOfPair, 2 * pair, scale, out);
                if (columnsOfPair.isWhole) {
                    overlap(imaginary[member], columnsOfPair, 2 * pair + 1, scale, out);
                }
            }
        });
    }

    /// The complex channel whose two parts are the real channels. Lanes beyond the last column are whatever they are.
    private void fold(int member, Pair pair, Plane x, float mean, float std) {
        float[] re = real[member];
        float[] im = imaginary[member];
        int nyquist = bins() * ColumnTransform.COLUMNS;
        Arrays.fill(re, nyquist, nyquist + ColumnTransform.COLUMNS, 0);
        Arrays.fill(im, nyquist, nyquist + ColumnTransform.COLUMNS, 0);
        int plane = x.channelStride();
        if (pair.isWhole) {
            ColumnTransform.join(x.values(), new ColumnTransform.Spectra(
                    x.at(2 * pair.channel, 0) + pair.first, x.rowStride(), plane), std, mean, re, im);
        }
        int count = Math.min(ColumnTransform.COLUMNS, columns - pair.first);
        for (int bin = 0; bin < (pair.isWhole ? 1 : bins()); bin++) {
            int a = bin * ColumnTransform.COLUMNS;
            int b = (nfft - bin) % nfft * ColumnTransform.COLUMNS;
            int from = x.at(2 * pair.channel, bin) + pair.first;
            for (int i = 0; i < count; i++) {
                float leftRe = x.values()[from + i] * std + mean;
                float leftIm = bin == 0 ? 0 : x.values()[from + i + plane] * std + mean;
                float rightRe = 0;
                float rightIm = 0;
                if (pair.isWhole) {
                    rightRe = x.values()[from + i + 2 * plane] * std + mean;
                    rightIm = bin == 0 ? 0 : x.values()[from + i + 3 * plane] * std + mean;
                }
                re[b + i] = leftRe + rightIm;
                im[b + i] = rightRe - leftIm;
                re[a + i] = leftRe - rightIm;
                im[a + i] = leftIm + rightRe;
            }
        }
    }

    private void overlap(float[] samples, Pair pair, int channel, float scale, float[] out) {
        int count = Math.min(ColumnTransform.COLUMNS, columns - pair.first);
        for (int part = 0; part < nfft; part += NEAR) {
            for (int lane = 0; lane < count; lane++) {
                int start = (pair.first + lane) * hop - 3 * hop / 2;
                int end = Math.min(Math.min(part + NEAR, nfft), frames - start);
                for (int i = Math.max(part, -start); i < end; i++) {
                    out[channel * frames + start + i] += scale * window[i] * samples[i * ColumnTransform.COLUMNS + lane];
                }
            }
        }
    }
}
