package dev.unbraid.worker;

import dev.unbraid.separation.Loss;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// A worker process, seen from the one that started it. Asked by one thread at a time.
final class Worker implements AutoCloseable {
    private static final long SLICE_MILLIS = 50;
    private static final long SECONDS_TO_END = 5;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final int SIGNALLED = 128;
    private static final int KILL = 9;
    private static final int TERMINATE = 15;
    /// With which Java ends when its own heap is full, if it is told to end then.
    private static final int HEAP_FULL = 3;

    private final Process process;
    private final WorkerLaunch launch;
    private final LongConsumer peak;
    private final DataOutputStream requests;
    private final BlockingQueue<Said> said = new LinkedBlockingQueue<>();
    private final Tail tail = new Tail();
    private final Thread log;
    private Optional<Answer> greeting = Optional.empty();

    private sealed interface Said {
        record Word(Answer answer) implements Said {}

        record Garbage(String what) implements Said {}

        record Nothing() implements Said {}
    }

    private Worker(Process process, WorkerLaunch launch, LongConsumer peak) {
        this.process = process;
        this.launch = launch;
        this.peak = peak;
        requests = new DataOutputStream(process.getOutputStream());
        log = Aside.start("worker-log", () -> tail.follow(process.getErrorStream()));
    }

    /// Returns at once; the worker loads what it needs meanwhile.
    ///
    /// @param peak hears from time to time of the most memory that it has held at once, in bytes
    static Worker start(WorkerLaunch launch, LongConsumer peak) throws WorkerLostException {
        ProcessBuilder builder = new ProcessBuilder(launch.command());
        Map<String, String> environment = builder.environment();
        launch.environment().forEach(environment::putIfAbsent);
        try {
            Files.createDirectories(launch.folder());
            Worker worker = new Worker(builder.start(), launch, peak);
            Aside.start("worker-answers", worker::listen);
            return worker;
        } catch (IOException e) {
            throw new WorkerLostException(Loss.NOT_STARTED, String.valueOf(e.getMessage()), e);
        }
    }

    private void listen() {
        InputStream pipe = process.getInputStream();
        DataInputStream in = new DataInputStream(pipe);
        try {
            for (Optional<byte[]> message = Frames.read(in); message.isPresent(); message = Frames.read(in)) {
                said.add(new Said.Word(Wire.answer(message.get())));
            }
            said.add(new Said.Nothing());
        } catch (GarbageException e) {
            said.add(new Said.Garbage(String.valueOf(e.getMessage())));
            // Java's own last words come this way.
            tail.follow(pipe);
        } catch (IOException e) {
            said.add(new Said.Nothing());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Its first word, waited for once.
    Answer greeting() throws WorkerLostException {
        if (greeting.isEmpty()) {
            greeting = Optional.of(await(launch.patience().opening(), () -> false));
        }
        return greeting.get();
    }

    /// @throws WorkerLostException if there was no answer, or if it says that the device's memory does not suffice
    Answer ask(Request request, Duration patience) throws WorkerLostException {
        return ask(request, patience, () -> false);
    }

    /// As above for what may be called off.
    ///
    /// @param calledOff asked on the calling thread
    Answer ask(Request request, Duration patience, BooleanSupplier calledOff) throws WorkerLostException {
        greeting();
        send(request);
        Answer answer = await(patience, calledOff);
        if (answer instanceof Answer.Refused(Answer.Why why, String sentence, String _) && why == Answer.Why.MEMORY) {
            throw new WorkerLostException(Loss.DEVICE_MEMORY, sentence);
        }
        return answer;
    }

    private void send(Request request) throws WorkerLostException {
        try {
            Frames.write(requests, Wire.bytes(request));
        } catch (IOException e) {
            throw ended("");
        }
    }

    private Answer await(Duration patience, BooleanSupplier calledOff) throws WorkerLostException {
        boolean told = false;
        // In slices, not by the clock: while the machine sleeps or all of us are stopped, nobody is late.
        for (long left = patience.toMillis(); left > 0; left -= SLICE_MILLIS) {
            if (!told && calledOff.getAsBoolean()) {
                told = true;
                send(new Request.CallOff());
            }
            Optional<Said> word = poll(Math.min(left, SLICE_MILLIS));
            if (word.isPresent()) {
                return switch (word.get()) {
                    case Said.Word(Answer answer) -> heard(answer);
                    case Said.Nothing() -> throw ended("");
                    case Said.Garbage(String what) -> throw ended("The worker sent %s.".formatted(what));
                };
            }
        }
        kill();
        throw new WorkerLostException(
                Loss.SILENT, "No answer within %.0f s.\n%s".formatted(patience.toMillis() / 1e3, tail.text()).strip());
    }

    private Optional<Said> poll(long millis) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.ofNullable(said.poll(millis, TimeUnit.MILLISECONDS));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Answer heard(Answer answer) {
        peak.accept(switch (answer) {
            case Answer.Ready ready -> ready.peakBytes();
            case Answer.Opened opened -> opened.peakBytes();
            case Answer.Separated separated -> separated.peakBytes();
            case Answer.Mapped _, Answer.CalledOff _, Answer.Closed _, Answer.Measured _, Answer.Refused _ -> 0;
        });
        return answer;
    }

    /// @param before what it did before, if anything
    private WorkerLostException ended(String before) {
        if (!awaitEnd()) {
            kill();
            return new WorkerLostException(Loss.CRASHED, "%s%nIt did not end.%n%s".formatted(before, tail.text()).strip());
        }
        int status = process.exitValue();
        boolean crashed = Files.exists(crashLog());
        Loss loss = switch (status) {
            case SIGNALLED + KILL, SIGNALLED + TERMINATE, HEAP_FULL -> Loss.KILLED;
            default -> greeting.isPresent() || crashed || status > SIGNALLED ? Loss.CRASHED : Loss.NOT_STARTED;
        };
        String where = crashed ? "%nJava's report: %s".formatted(crashLog()) : "";
        return new WorkerLostException(
                loss, "%s%nIt ended with status %d.%s%n%s".formatted(before, status, where, tail.text()).strip());
    }

    private Path crashLog() {
        return launch.folder().resolve("crash-%d.log".formatted(pid()));
    }

    private boolean awaitEnd() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                return false;
            }
            // What it wrote last may still lie in the pipe.
            log.join(LAST_WORDS);
            return true;
        } catch (InterruptedException e) {
            interrupted = true;
            return !process.isAlive();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Lets it end in order, or ends it.
    @Override
    public void close() {
        try (requests) {
            Frames.write(requests, Wire.bytes(new Request.Quit()));
        } catch (IOException e) {
            // It has ended already.
        }
        if (!awaitEnd()) {
            kill();
        }
    }
}
