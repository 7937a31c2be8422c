import dev.unbraid.vector.VectorUnits;

/// Prints what a worker's Java is started with for the network in Java, one word a line. Runs as a source file with the
/// engine on the class path.
public final class JavaOptions {
    public static void main(String[] args) {
        VectorUnits.javaOptions().forEach(System.out::println);
    }
}
