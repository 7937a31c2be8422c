import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.settings.UserFolders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Our side of the benchmark: one segment per line of standard input, in the protocol of README.md.
///
/// Runs as a source file with the engine on the class path; arguments: weights, mix, threads, precision.
public final class SegmentBench {
    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[2]);
        var engine = TorchEngine.start(UserFolders.ofThisProcess().cache(), threads);
        float[] mix = floats(Path.of(args[1]));
        var precision = Precision.parse(args[3]);
        var footing = new Footing(new ComputeDevice.Cpu(), precision, threads);
        HtDemucsBags.warmUp();
        var arithmetic = new Devices(List.of(), engine.measure()).arithmetic(footing);
        try (var model = HtDemucsBags.load(() -> engine, footing, arithmetic, Path.of(args[0]))) {
            System.out.printf("ready ours: Java %s, PyTorch %s, %d threads, %s, products of %s%n",
                    Runtime.version(), engine.version(), threads, precision, arithmetic);
            serve(model, mix);
        }
    }

    private static void serve(SegmentModel model, float[] mix) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        float[] stems = {};
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("go")) {
                long begin = System.nanoTime();
                stems = model.separate(mix);
                System.out.printf(Locale.ROOT, "seconds %.4f%n", (System.nanoTime() - begin) / 1e9);
            } else if (line.startsWith("write ")) {
                Files.write(Path.of(line.substring("write ".length())), bytes(stems));
                System.out.println("written");
            }
        }
    }

    private static float[] floats(Path file) throws IOException {
        var values = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        float[] floats = new float[values.remaining()];
        values.get(floats);
        return floats;
    }

    private static byte[] bytes(float[] floats) {
        var bytes = ByteBuffer.allocate(Float.BYTES * floats.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(floats);
        return bytes.array();
    }
}
