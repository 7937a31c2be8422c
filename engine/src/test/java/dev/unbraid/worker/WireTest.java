package dev.unbraid.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceReport.Usability;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ProcessorPace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

class WireTest {
    static Stream<Request> requests() {
        return Stream.of(
                new Request.Open(new Opening("/models/绊.th", new Footing(new ComputeDevice.Cpu(), Precision.BFLOAT16, 3))),
                new Request.Open(new Opening("C:\\m", new Footing(new ComputeDevice.Cuda(2), Precision.FLOAT32, 1))),
                new Request.Map("/cache/x.f32", 4), new Request.Measure(new Footing(new ComputeDevice.Cuda(1), Precision.FLOAT16, 9)), new Request.Separate(3), new Request.CallOff(), new Request.Close(), new Request.Quit());
    }

    static Stream<Answer> answers() {
        return Stream.of(
                new Answer.Ready(new Devices(List.of(new DeviceReport("cuda", Usability.NOT_USABLE, "none")), new ProcessorPace(Precision.BFLOAT16, Arithmetic.JAVA)), 1L << 40),
                new Answer.Opened(new NetworkShape(List.of("drums", "voice"), 44_100, 2, 343_980), 7),
                new Answer.Mapped(), new Answer.Measured(1.75e12), new Answer.Separated(2, 5), new Answer.CalledOff(), new Answer.Closed(),
                new Answer.Refused(Answer.Why.MEMORY, "Full.", "at dev.unbraid"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestArrivesAsItWasSent(Request request) throws IOException {
        assertThat(Wire.request(Wire.bytes(request))).isEqualTo(request);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerArrivesAsItWasSent(Answer answer) throws IOException {
        assertThat(Wire.answer(Wire.bytes(answer))).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void aMessageCutShortOrLongerIsGarbage(Answer answer) {
        byte[] bytes = Wire.bytes(answer);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Wire.answer(part)).isInstanceOf(GarbageException.class);
        }
        assertThatThrownBy(() -> Wire.answer(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(GarbageException.class);
    }

    @Test
    void noBytesAtAllDoHarmBeyondBeingGarbage() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            try {
                Wire.request(bytes);
                Wire.answer(bytes);
            } catch (GarbageException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void framesFollowEachOtherUntilThePipeEnds() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames.write(new DataOutputStream(pipe), new byte[] {1, 2});
        Frames.write(new DataOutputStream(pipe), new byte[0]);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(pipe.toByteArray()));
        assertThat(Frames.read(in)).contains(new byte[] {1, 2});
        assertThat(Frames.read(in)).contains(new byte[0]);
        assertThat(Frames.read(in)).isEmpty();
    }

    @Test
    void anotherVersionHalfAFrameAndAnEndlessOneAreGarbage() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        Frames.write(new DataOutputStream(pipe), new byte[] {1, 2});
        byte[] good = pipe.toByteArray();
        for (int length = 1; length < good.length; length++) {
            refuse(Arrays.copyOf(good, length));
        }
        byte[] version = good.clone();
        version[3]++;
        refuse(version);
        byte[] endless = good.clone();
        endless[4] = 0x7f;
        refuse(endless);
    }

    private static void refuse(byte[] bytes) {
        assertThatThrownBy(() -> Frames.read(new DataInputStream(new ByteArrayInputStream(bytes))))
                .isInstanceOf(GarbageException.class);
    }
}
