package dev.unbraid.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.mix.TestSong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class SilentPlayTest {
    @TempDir
    Path folder;

    @Test
    void withoutADeviceTheClockRunsAndTheReasonIsTold() throws IOException, InterruptedException {
        try (Transport transport = new Transport((device, rate, frames) -> {
            throw new NoOutputException(OutputState.Reason.NONE_THERE);
        })) {
            transport.setScene(Optional.of(new TestSong(folder, 10 * TestSong.RATE).scene()));
            assertThat(transport.output()).isEqualTo(new OutputState.Closed());
            transport.play();
            while (transport.positionFrame() == 0) {
                Thread.onSpinWait();
            }
            assertThat(transport.output()).isEqualTo(new OutputState.Silent(
                    OutputState.Reason.NONE_THERE, OutputDevice.SYSTEM, TestSong.RATE));
            long nanos = System.nanoTime();
            long frame = transport.positionFrame();
            long last = frame;
            for (int i = 0; i < 100; i++) {
                Thread.sleep(8);
                long now = transport.positionFrame();
                assertThat(now).isGreaterThanOrEqualTo(last);
                last = now;
            }
            double seconds = (System.nanoTime() - nanos) / 1e9;
            assertThat((last - frame) / (double) TestSong.RATE).isCloseTo(seconds, within(0.06));
        }
    }

    @Test
    void anOutputThatComesBackIsTakenWhenPlayIsPressed() throws IOException, InterruptedException {
        MemoryOutput found = new MemoryOutput();
        boolean[] there = new boolean[1];
        try (Transport transport = new Transport((device, rate, frames) -> {
            if (!there[0]) {
                throw new NoOutputException(OutputState.Reason.NOT_CONNECTED);
            }
            return found.open(device, rate, frames);
        })) {
            transport.setScene(Optional.of(new TestSong(folder, 10 * TestSong.RATE).scene()));
            transport.play();
            while (!(transport.output() instanceof OutputState.Silent)) {
                Thread.sleep(1);
            }
            transport.pause();
            there[0] = true;
            found.allow(1_000);
            transport.play();
            while (found.written() == 0) {
                Thread.sleep(1);
            }
            assertThat(transport.output()).isInstanceOf(OutputState.Open.class);
        }
    }
}
