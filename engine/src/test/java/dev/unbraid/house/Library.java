package dev.unbraid.house;

import java.util.Set;

/// What the engine may use besides itself and `java.base`.
enum Library {
    DJL("ai.djl"),
    FFMPEG("org.bytedeco"),
    HTTP("java.net.http"),
    JSON("com.google.gson"),
    LOGGING("org.slf4j"),
    MANAGEMENT("java.lang.management", "com.sun.management"),
    PICOCLI("picocli"),
    SOUND("javax.sound"),
    TARSOS("be.tarsos.dsp"),
    VECTORS("jdk.incubator.vector");

    private static final Set<String> BASE = Object.class.getModule().getPackages();

    private final Set<String> roots;

    Library(String... roots) {
        this.roots = Set.of(roots);
    }

    boolean holds(String packageName) {
        return roots.stream().anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
    }

    /// Whether all packages may use it: `java.base`, and the words of nullness.
    static boolean common(String packageName) {
        return BASE.contains(packageName) || packageName.equals("org.jspecify.annotations");
    }
}
