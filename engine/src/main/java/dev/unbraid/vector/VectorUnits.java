package dev.unbraid.vector;

import java.util.ArrayList;
import java.util.List;

/// Whether this process can use the package, and what one needs that shall use it well.
public final class VectorUnits {
    private static final String MODULE = "jdk.incubator.vector";
    /// With fewer, a library's own kernels are faster, and may have units at hand that Java does not reach.
    private static final int LANES_ENOUGH = 8;
    /// Whose methods hold the hot loops.
    private static final List<String> LOOPS =
            List.of("Activations", "Attention", "ColumnTransform", "KeysAndValues", "Moments", "Tile", "TileNorms");

    private VectorUnits() {}

    public static boolean arePresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && Lanes.COUNT >= LANES_ENOUGH;
    }

    /// What Java is to be started with.
    public static List<String> javaOptions() {
        List<String> options = new ArrayList<>(List.of("--add-modules", MODULE, "-XX:CompileCommand=quiet",
                // Interpreted, an operation on vectors takes a microsecond: what is called some hundred times is compiled.
                "-XX:CompileCommand=CompileThresholdScaling,%s.*::*,0.1".formatted(VectorUnits.class.getPackageName())));
        // The compiler gives up keeping vectors in registers in methods beyond some size. So that none comes to it, a
        // loop is not made a part of whoever calls it.
        LOOPS.forEach(type -> options.add(
                "-XX:CompileCommand=dontinline,%s.%s::*".formatted(VectorUnits.class.getPackageName(), type)));
        return List.copyOf(options);
    }
}
