package dev.unbraid.htdemucs;

import dev.unbraid.vector.Moments;

import java.util.Arrays;

/// How loud a plane is, and of what mean.
record Level(double mean, double std) {
    private static final double EPSILON = 1e-5;

    /// Measures a plane, and takes the mean from it and the spread out of it.
    static Level normalise(Plane x, Crew crew) {
        int parts = x.rows() * x.channels();
        Moments[] moments = new Moments[parts];
        crew.team().share(parts, (_, part) -> moments[part] = moments(x, part));
        Moments all = Moments.of(Arrays.asList(moments));
        Level level = new Level(all.mean(), all.standardDeviation());
        float mean = (float) level.mean;
        float scale = (float) (1 / (level.std + EPSILON));
        crew.team().share(parts, (_, part) -> {
            int at = at(x, part);
            for (int i = at; i < at + x.length(); i++) {
                x.values()[i] = (x.values()[i] - mean) * scale;
            }
        });
        return level;
    }

    private static int at(Plane x, int part) {
        return x.at(part % x.channels(), part / x.channels());
    }

    private static Moments moments(Plane x, int part) {
        int at = at(x, part);
        double sum = 0;
        for (int i = at; i < at + x.length(); i++) {
            sum += x.values()[i];
        }
        double mean = sum / x.length();
        double squares = 0;
        for (int i = at; i < at + x.length(); i++) {
            squares += (x.values()[i] - mean) * (x.values()[i] - mean);
        }
        return new Moments(x.length(), mean, squares);
    }
}
