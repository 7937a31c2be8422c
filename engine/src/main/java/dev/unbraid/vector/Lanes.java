package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The vector registers of this processor.
final class Lanes {
    /// The widest that it has.
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    static FloatVector load(float[] values, int at) {
        return FloatVector.fromArray(SPECIES, values, at);
    }

    /// Of each lane; what a comparison with not a number gives is left open. `max`, which keeps it and tells zeros apart, takes
    /// eight instructions on some processors.
    static FloatVector larger(FloatVector x, FloatVector y) {
        return x.blend(y, y.compare(VectorOperators.GT, x));
    }

    /// As [#larger].
    static FloatVector smaller(FloatVector x, FloatVector y) {
        return x.blend(y, y.compare(VectorOperators.LT, x));
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
