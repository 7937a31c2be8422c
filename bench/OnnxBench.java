import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// ONNX Runtime's side of the benchmark: one segment per line of standard input, in the protocol of README.md.
///
/// Its network takes the mix and its spectrogram, and answers with a spectrogram and a wave for each stem: both Fourier
/// transforms are outside, and not in its time. Runs as a source file with the runtime's jar on the class path; arguments:
/// network, mix, spectrogram, threads.
public final class OnnxBench {
    private static final long[] MIX = {1, 2, 343_980};
    private static final long[] SPECTROGRAM = {1, 4, 2048, 336};

    public static void main(String[] args) throws Exception {
        int threads = Integer.parseInt(args[3]);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            try (OrtSession session = environment.createSession(args[0], options);
                    OnnxTensor mix = OnnxTensor.createTensor(environment, floats(Path.of(args[1])), MIX);
                    OnnxTensor spectrogram = OnnxTensor.createTensor(environment, floats(Path.of(args[2])), SPECTROGRAM)) {
                Iterator<String> names = session.getInputNames().iterator();
                Map<String, OnnxTensor> inputs = Map.of(names.next(), mix, names.next(), spectrogram);
                System.out.printf("ready ONNX Runtime %s: Java %s, %d threads%n", environment.getVersion(), Runtime.version(), threads);
                serve(session, inputs);
            }
        }
    }

    private static void serve(OrtSession session, Map<String, OnnxTensor> inputs) throws IOException, OrtException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        List<FloatBuffer> answers = List.of();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("go")) {
                long begin = System.nanoTime();
                try (OrtSession.Result result = session.run(inputs)) {
                    // Ours hands over an array of Java's, so this does, too.
                    answers = List.of(((OnnxTensor) result.get(0)).getFloatBuffer(), ((OnnxTensor) result.get(1)).getFloatBuffer());
                }
                System.out.printf(Locale.ROOT, "seconds %.4f%n", (System.nanoTime() - begin) / 1e9);
            } else if (line.startsWith("write ")) {
                write(Path.of(line.substring("write ".length())), answers);
                System.out.println("written");
            }
        }
    }

    private static FloatBuffer floats(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return ByteBuffer.allocateDirect(content.length).order(ByteOrder.nativeOrder()).put(content).flip().order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    private static void write(Path file, List<FloatBuffer> answers) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (FloatBuffer answer : answers) {
                ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * answer.remaining()).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(answer.duplicate());
                out.write(bytes.array());
            }
        }
    }
}
