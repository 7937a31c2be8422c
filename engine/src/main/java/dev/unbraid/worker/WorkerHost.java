package dev.unbraid.worker;

import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.worker.Answer.Refused;
import dev.unbraid.worker.Answer.Why;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/// The worker's side: does what its standard input asks for, and ends with it.
///
/// Networks run on the thread that calls [#run].
public final class WorkerHost {
    private static final int GARBAGE_STATUS = 65;
    private static final int MOST_CHARACTERS = 8_000;
    /// Of answers that were given, whose place on the heap nobody has cleared.
    private static final long MOST_REMAINS = 64L << 20;

    private final DataOutputStream answers;
    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    /// The last request was to give up the one before.
    private volatile boolean calledOff;
    private Optional<SegmentModel> network = Optional.empty();
    private Optional<Exchange> exchange = Optional.empty();
    private long remains;

    private WorkerHost(OutputStream answers) {
        this.answers = new DataOutputStream(answers);
    }

    /// All that a worker's main method does; the process ends with it.
    public static void run(Networks.Start start) {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        // What a library prints must not get between the answers.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true));
        Interrupts.ignore();
        WorkerHost host = new WorkerHost(answers);
        Aside.start("requests", () -> host.listen(new FileInputStream(FileDescriptor.in)));
        host.serve(start);
        System.exit(0);
    }

    /// When the pipe ends, so has whoever asks. Nobody waits for native code that is at work then.
    private void listen(InputStream in) {
        int status = 0;
        try (DataInputStream messages = new DataInputStream(in)) {
            for (Optional<byte[]> message = Frames.read(messages); message.isPresent(); message = Frames.read(messages)) {
                Request request = Wire.request(message.get());
                // Here, where they come one after another, and not where they are answered.
                calledOff = request instanceof Request.CallOff;
                if (!calledOff) {
                    requests.add(request);
                }
                if (request instanceof Request.Quit) {
                    return;
                }
            }
        } catch (IOException e) {
            status = GARBAGE_STATUS;
        }
        Runtime.getRuntime().halt(status);
    }

    private void serve(Networks.Start start) {
        try {
            Networks networks = start.start();
            say(new Answer.Ready(networks.devices(), peak()));
            serve(networks);
        } catch (DeviceUnavailableException e) {
            say(refused(Why.DEVICE, e));
            awaitQuit();
        } catch (RuntimeException | LinkageError e) {
            say(refused(Why.FAULT, e));
            awaitQuit();
        }
    }

    private void serve(Networks networks) {
        for (Request request = next(); !(request instanceof Request.Quit); request = next()) {
            say(answer(networks, request));
            clear();
        }
    }

    /// Answers are too large for the young generation: the old one would grow by them, segment after segment, up to the heap's
    /// limit. Meanwhile whoever asked takes the answer.
    private void clear() {
        if (remains > MOST_REMAINS) {
            System.gc();
            remains = 0;
        }
    }

    private void awaitQuit() {
        Request request = next();
        while (!(request instanceof Request.Quit)) {
            request = next();
        }
    }

    private Request next() {
        while (true) {
            try {
                return requests.take();
            } catch (InterruptedException e) {
                // Nobody here interrupts: it is a library's mistake.
            }
        }
    }

    private void say(Answer answer) {
        try {
            Frames.write(answers, Wire.bytes(answer));
        } catch (IOException e) {
            // Whoever asked is gone; the other pipe says so, too.
            Runtime.getRuntime().halt(GARBAGE_STATUS);
        }
    }

    private Answer answer(Networks networks, Request request) {
        try {
            return switch (request) {
                case Request.Open(Opening opening) -> open(networks, opening);
                case Request.Map map -> map(map);
                case Request.Separate(int segments) -> separate(segments);
                case Request.Close() -> close();
                case Request.Measure(Footing footing) -> new Answer.Measured(networks.flopPerSecond(footing));
                case Request.CallOff _, Request.Quit _ -> throw new IllegalStateException(request + " has no answer");
            };
        } catch (ModelUnavailableException e) {
            return refused(switch (e.reason()) {
                case FILES -> Why.FILES;
                case DEVICE -> Why.DEVICE;
                case OTHER, NOT_INSTALLED, OTHER_STEMS, NO_ROOM -> Why.OTHER;
            }, e);
        } catch (DeviceUnavailableException e) {
            return refused(Why.DEVICE, e);
        } catch (DeviceMemoryException e) {
            return refused(Why.MEMORY, e);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            return refused(Why.FAULT, e);
        }
    }

    private Answer open(Networks networks, Opening opening) throws ModelUnavailableException {
        close();
        SegmentModel opened = networks.open(opening);
        // The mapped checkpoint and the buffers that its weights went through, some 140 MB, would stay until the small heap
        // is full, which takes hours.
        System.gc();
        network = Optional.of(opened);
        return new Answer.Opened(NetworkShape.of(opened), peak());
    }

    private Answer map(Request.Map map) {
        exchange.ifPresent(Exchange::close);
        try {
            exchange = Optional.of(Exchange.open(Path.of(map.file()), NetworkShape.of(network.orElseThrow()), map.places()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer.Mapped();
    }

    private Answer separate(int segments) {
        Exchange sound = exchange.orElseThrow();
        SegmentModel model = network.orElseThrow();
        Optional<List<float[]>> stems = model.separateUnless(sound.mixes(segments), () -> calledOff);
        stems.ifPresent(made -> {
            sound.putStems(made);
            remains += made.stream().mapToLong(values -> (long) Float.BYTES * values.length).sum();
        });
        return stems.isPresent() ? new Answer.Separated(model.batch(), peak()) : new Answer.CalledOff();
    }

    private Answer close() {
        exchange.ifPresent(Exchange::close);
        exchange = Optional.empty();
        if (network.isPresent()) {
            network.get().close();
            network = Optional.empty();
            // A network in Java is half a gigabyte of the heap, which another one or nobody needs now.
            System.gc();
        }
        return new Answer.Closed();
    }

    private static long peak() {
        return PeakMemory.ofThisProcess().orElse(0);
    }

    private static Refused refused(Why why, Throwable thrown) {
        String message = thrown.getMessage();
        return new Refused(why, shortened(message == null ? thrown.getClass().getSimpleName() : message), trace(thrown));
    }

    private static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            text.append(cause).append('\n').append(Arrays.stream(cause.getStackTrace())
                    .map(frame -> "    at " + frame + "\n")
                    .collect(Collectors.joining()));
        }
        return shortened(text.toString());
    }

    private static String shortened(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
    }
}
