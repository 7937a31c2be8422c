package dev.unbraid.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.ManagementFactory;

class StretcherTest {
    private static final int RATE = 44_100;
    private static final int COUNT = 40_000;

    private final Stretcher stretcher = new Stretcher(RATE);
    private long fed;

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.8, 0", "1.25, 0", "2, 0", "1, 12", "1, -12", "1, 3", "0.7, -5", "2, -12", "0.5, 12"})
    void aToneKeepsItsLevelAndHasThePitchThatWasAskedFor(double speed, double semitones) {
        float[][] heard = play(speed, semitones, this::chord);
        double ratio = Math.pow(2, semitones / 12);
        assertThat(level(heard[0], 440 * ratio)).isCloseTo(0.3, within(0.015));
        assertThat(level(heard[0], 1234.5 * ratio)).isCloseTo(0.2, within(0.012));
        assertThat(level(heard[1], 440 * ratio)).as("the other side keeps its balance").isCloseTo(0.15, within(0.01));
        assertThat(residue(heard[0], 440 * ratio, 1234.5 * ratio)).as("all else").isLessThan(0.02);
        assertThat(stretcher.heard()).isCloseTo(stretcher.before() + COUNT * speed, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.75, 0", "1.5, 0", "1, 5", "0.6, -3"})
    void anAttackComesWhenItShall(double speed, double semitones) {
        int attack = stretcher.before() + 10_000;
        float[][] heard = play(speed, semitones, frame -> frame >= attack ? chord(frame) : 0);
        double expected = 10_000 / speed;
        int found = 0;
        while (Math.abs(heard[0][found]) < 0.2) {
            found++;
        }
        assertThat((double) found).isCloseTo(expected, within(900.0));
    }

    @Test
    void stretchingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        float[][] out = new float[2][128];
        long allocated = 0;
        Sound sound = this::chord;
        Stretcher.Input input = (planes, count) -> feed(planes, count, sound);
        stretcher.start();
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            stretcher.tune(0.5 + round / 20.0, round - 10);
            for (int block = 0; block < 200; block++) {
                stretcher.render(input, out, 0, 128);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isZero();
    }

    private interface Sound {
        double at(long frame);
    }

    private double chord(long frame) {
        return 0.3 * Math.sin(2 * Math.PI * 440 * frame / RATE) + 0.2 * Math.sin(2 * Math.PI * 1234.5 * frame / RATE);
    }

    private float[][] play(double speed, double semitones, Sound sound) {
        stretcher.tune(speed, semitones);
        stretcher.start();
        float[][] out = new float[2][COUNT];
        for (int done = 0; done < COUNT; done += 100) {
            stretcher.render((planes, count) -> feed(planes, count, sound), out, done, 100);
        }
        return out;
    }

    private void feed(float[][] planes, int count, Sound sound) {
        for (int i = 0; i < count; i++) {
            planes[0][i] = (float) sound.at(fed + i);
            planes[1][i] = planes[0][i] / 2;
        }
        fed += count;
    }

    private static double level(float[] plane, double hz) {
        double re = 0;
        double im = 0;
        double weights = 0;
        for (int i = 0; i < plane.length; i++) {
            double weight = 1 - Math.cos(2 * Math.PI * i / plane.length);
            re += weight * plane[i] * Math.cos(2 * Math.PI * hz * i / RATE);
            im += weight * plane[i] * Math.sin(2 * Math.PI * hz * i / RATE);
            weights += weight;
        }
        return 2 * Math.hypot(re, im) / weights;
    }

    /// The power that the two tones leave unexplained, as an amplitude.
    private static double residue(float[] plane, double first, double second) {
        double power = 0;
        for (float sample : plane) {
            power += sample * sample;
        }
        double tones = (Math.pow(level(plane, first), 2) + Math.pow(level(plane, second), 2)) / 2;
        return Math.sqrt(Math.max(0, power / plane.length - tones));
    }
}
