package dev.unbraid.playback;

import dev.unbraid.mix.TestSong;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What a listener does, in a process whose sound output is the test's.
final class Listening {
    static final int FRAMES = 3 * TestSong.RATE;
    /// No line takes it.
    static final int RARE_RATE = 705_600;
    static final double TONE_HZ = 1_000;

    private Listening() {}

    static TestSong song(Path folder) throws IOException {
        return new TestSong(folder, FRAMES).withStems(3);
    }

    public static void main(String[] arguments) throws Exception {
        try (Transport transport = new Transport()) {
            TestSong song = switch (arguments[0]) {
                case "seek-in-a-tone" -> TestSong.tone(Path.of(arguments[1]), TestSong.RATE, FRAMES, TONE_HZ);
                case "rate-of-its-own" -> TestSong.tone(Path.of(arguments[1]), RARE_RATE, 2 * RARE_RATE, TONE_HZ);
                default -> song(Path.of(arguments[1]));
            };
            transport.useOutput(OutputDevice.SYSTEM, Integer.parseInt(arguments[2]));
            transport.setScene(Optional.of(song.scene()));
            switch (arguments[0]) {
                case "solo-and-mute" -> soloAndMute(transport, song);
                case "rate-of-its-own" -> playToTheEnd(transport);
                case "seek" -> seek(transport);
                case "seek-in-a-tone" -> seekInATone(transport);
                case "unplugged" -> unplugged(transport);
                case "replugged" -> replugged(transport);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
            System.out.println(transport.output());
        }
    }

    private static void soloAndMute(Transport transport, TestSong song) throws InterruptedException {
        transport.play();
        reach(transport, 40_000);
        transport.setScene(Optional.of(song.strip(1, it -> it.withMuted(true)).scene()));
        reach(transport, 80_000);
        transport.setScene(Optional.of(song.strip(2, it -> it.withSoloed(true)).scene()));
        awaitEnd(transport);
    }

    private static void playToTheEnd(Transport transport) throws InterruptedException {
        transport.play();
        awaitEnd(transport);
    }

    private static void awaitEnd(Transport transport) throws InterruptedException {
        while (transport.isPlaying()) {
            Thread.sleep(5);
        }
        System.out.println(transport.positionFrame());
    }

    /// Prints when each seek was called, by `nanoTime`, and how many milliseconds later the output said it was heard.
    private static void seek(Transport transport) throws InterruptedException {
        transport.play();
        for (int i = 1; i <= 8; i++) {
            Thread.sleep(250);
            long before = System.nanoTime();
            transport.seek(i * 12_000L);
            while (transport.positionFrame() <= i * 12_000L) {
                Thread.onSpinWait();
            }
            System.out.printf(Locale.ROOT, "%d %.1f%n", before, (System.nanoTime() - before) / 1e6);
        }
    }

    /// Places that are not whole waves apart.
    private static void seekInATone(Transport transport) throws InterruptedException {
        transport.play();
        for (int i = 1; i <= 8; i++) {
            Thread.sleep(250);
            transport.seek(i * 5_011L);
        }
        Thread.sleep(500);
        transport.pause();
        Thread.sleep(500);
        transport.play();
        Thread.sleep(250);
        transport.stop();
        Thread.sleep(500);
    }

    private static void unplugged(Transport transport) throws InterruptedException {
        transport.setLoop(Optional.of(new dev.unbraid.audio.FrameRange(0, FRAMES)));
        transport.play();
        reach(transport, 20_000);
        System.out.println(transport.output());
        await(transport, OutputState.Silent.class);
        goOn(transport, 300);
    }

    private static void replugged(Transport transport) throws InterruptedException {
        unplugged(transport);
        Thread.sleep(2_500);
        System.out.println(transport.output());
        await(transport, OutputState.Open.class);
        System.out.println(transport.output());
        // A null sink that is new has played two seconds of silence already.
        goOn(transport, 2_500);
    }

    private static void await(Transport transport, Class<? extends OutputState> state) throws InterruptedException {
        for (int i = 0; i < 2_000 && !state.isInstance(transport.output()); i++) {
            Thread.sleep(5);
        }
    }

    private static void goOn(Transport transport, int millis) throws InterruptedException {
        long before = transport.positionFrame();
        Thread.sleep(millis);
        System.out.println(transport.isPlaying() && transport.positionFrame() != before ? "goes on" : "stands");
    }

    private static void reach(Transport transport, long frame) throws InterruptedException {
        while (transport.positionFrame() < frame) {
            Thread.sleep(1);
        }
    }
}
