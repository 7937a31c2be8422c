package dev.unbraid.vector;

import java.lang.module.ModuleFinder;
import java.util.ArrayList;
import java.util.List;

/// Whether this process can use the package, and what one needs that shall use it well.
public final class VectorUnits {
    private static final String MODULE = "jdk.incubator.vector";
    /// With fewer, a library's own kernels are faster, and may have units at hand that Java does not reach.
    private static final int LANES_ENOUGH = 8;
    /// Whose methods hold the hot loops.
    private static final List<String> LOOPS =
            List.of("Activations", "Attention", "ColumnTransform", "EightByThree", "FourByTwo", "KeysAndValues", "LinearMoments",
                    "Moments", "PairColumns", "PairMatrix", "PairWeights", "Panels", "Tile", "TileNorms", "TwoTapMatrix", "WeightedMean", "WinogradMatrix");

    /// What loops are made of. Compiled by themselves first, they would be thought too big to be made a part of a loop, which
    /// then kept its vectors on the heap.
    private static final List<String> PARTS = List.of("LaneFunctions", "Lanes", "Strassen");

    private VectorUnits() {}

    public static boolean arePresent() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() && Lanes.COUNT >= LANES_ENOUGH;
    }

    /// What Java is to be started with; nothing where it comes without the module.
    public static List<String> javaOptions() {
        if (ModuleFinder.ofSystem().find(MODULE).isEmpty()) {
            return List.of();
        }
        List<String> options = new ArrayList<>(List.of("--add-modules", MODULE, "-XX:CompileCommand=quiet",
                // Tiles begin at cache lines then, see Tile. It costs a start the classes that Java keeps for itself, some 0.1 s.
                "-XX:ObjectAlignmentInBytes=%d".formatted(Float.BYTES * Tile.LINE),
                // How the module works where nothing is compiled yet: that would be compiled first, and never be needed again.
                "-XX:CompileCommand=CompileThresholdScaling,%s.*::*,10.0".formatted(MODULE)));
        String here = VectorUnits.class.getPackageName();
        PARTS.forEach(type -> options.add("-XX:CompileCommand=inline,%s.%s::*".formatted(here, type)));
        for (String type : LOOPS) {
            // The compiler gives up keeping vectors in registers in methods beyond some size: from 18000 nodes on it makes
            // nothing a part of them that the JDK does not force, our own Lanes neither. So that none comes to it, a loop is
            // not made a part of whoever calls it.
            options.add("-XX:CompileCommand=dontinline,%s.%s::*".formatted(here, type));
            // Interpreted, an operation on vectors takes a microsecond: loops are compiled early, and waited for.
            options.add("-XX:CompileCommand=CompileThresholdScaling,%s.%s::*,0.1".formatted(here, type));
            options.add("-XX:CompileCommand=BackgroundCompilation,%s.%s::*,false".formatted(here, type));
        }
        return List.copyOf(options);
    }
}
