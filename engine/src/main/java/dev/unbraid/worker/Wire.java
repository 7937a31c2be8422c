package dev.unbraid.worker;

import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ProcessorPace;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Messages to bytes and back.
final class Wire {
    private Wire() {}

    static byte[] bytes(Request request) {
        return written(out -> {
            switch (request) {
                case Request.Open(Opening(String checkpoint, Footing footing)) -> {
                    out.writeByte('O');
                    out.writeUTF(checkpoint);
                    write(out, footing);
                }
                case Request.Map(String file, int places) -> {
                    out.writeByte('M');
                    out.writeUTF(file);
                    out.writeByte(places);
                }
                case Request.Measure(Footing footing) -> {
                    out.writeByte('P');
                    write(out, footing);
                }
                case Request.Separate(int segments) -> {
                    out.writeByte('S');
                    out.writeByte(segments);
                }
                case Request.CallOff() -> out.writeByte('A');
                case Request.Close() -> out.writeByte('C');
                case Request.Quit() -> out.writeByte('Q');
            }
        });
    }

    private static void write(DataOutputStream out, Footing footing) throws IOException {
        out.writeInt(switch (footing.device()) {
            case ComputeDevice.Cpu() -> -1;
            case ComputeDevice.Cuda(int index) -> index;
        });
        out.writeUTF(footing.precision().name());
        out.writeInt(footing.threads());
    }

    static Request request(byte[] message) throws GarbageException {
        return read(message, in -> {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case 'O' -> new Request.Open(new Opening(in.readUTF(), footing(in)));
                case 'P' -> new Request.Measure(footing(in));
                case 'M' -> new Request.Map(in.readUTF(), in.readUnsignedByte());
                case 'S' -> new Request.Separate(in.readUnsignedByte());
                case 'A' -> new Request.CallOff();
                case 'C' -> new Request.Close();
                case 'Q' -> new Request.Quit();
                default -> throw new GarbageException("a request of kind " + kind);
            };
        });
    }

    private static Footing footing(DataInputStream in) throws IOException {
        int index = in.readInt();
        ComputeDevice device = index < 0 ? new ComputeDevice.Cpu() : new ComputeDevice.Cuda(index);
        return new Footing(device, Precision.valueOf(in.readUTF()), in.readInt());
    }

    static byte[] bytes(Answer answer) {
        return written(out -> {
            switch (answer) {
                case Answer.Ready(Devices devices, long peakBytes) -> {
                    out.writeByte('r');
                    write(out, devices);
                    out.writeLong(peakBytes);
                }
                case Answer.Opened(NetworkShape shape, long peakBytes) -> {
                    out.writeByte('o');
                    write(out, shape);
                    out.writeLong(peakBytes);
                }
                case Answer.Mapped() -> out.writeByte('m');
                case Answer.Separated(int batch, long peakBytes) -> {
                    out.writeByte('s');
                    out.writeByte(batch);
                    out.writeLong(peakBytes);
                }
                case Answer.CalledOff() -> out.writeByte('a');
                case Answer.Closed() -> out.writeByte('c');
                case Answer.Measured(double flopPerSecond) -> {
                    out.writeByte('p');
                    out.writeDouble(flopPerSecond);
                }
                case Answer.Refused(Answer.Why why, String sentence, String details) -> {
                    out.writeByte('x');
                    out.writeUTF(why.name());
                    out.writeUTF(sentence);
                    out.writeUTF(details);
                }
            }
        });
    }

    private static void write(DataOutputStream out, Devices devices) throws IOException {
        out.writeShort(devices.reports().size());
        for (DeviceReport report : devices.reports()) {
            out.writeUTF(report.name());
            out.writeUTF(report.usable().name());
            out.writeUTF(report.remark());
        }
        out.writeUTF(devices.pace().precision().name());
        out.writeUTF(devices.pace().arithmetic().name());
    }

    private static void write(DataOutputStream out, NetworkShape shape) throws IOException {
        out.writeShort(shape.stems().size());
        for (String stem : shape.stems()) {
            out.writeUTF(stem);
        }
        out.writeInt(shape.sampleRate());
        out.writeInt(shape.channels());
        out.writeInt(shape.segmentFrames());
    }

    static Answer answer(byte[] message) throws GarbageException {
        return read(message, in -> {
            int kind = in.readUnsignedByte();
            return switch (kind) {
                case 'r' -> new Answer.Ready(devices(in), in.readLong());
                case 'o' -> new Answer.Opened(shape(in), in.readLong());
                case 'm' -> new Answer.Mapped();
                case 's' -> new Answer.Separated(in.readUnsignedByte(), in.readLong());
                case 'a' -> new Answer.CalledOff();
                case 'c' -> new Answer.Closed();
                case 'p' -> new Answer.Measured(in.readDouble());
                case 'x' -> new Answer.Refused(Answer.Why.valueOf(in.readUTF()), in.readUTF(), in.readUTF());
                default -> throw new GarbageException("an answer of kind " + kind);
            };
        });
    }

    private static Devices devices(DataInputStream in) throws IOException {
        List<DeviceReport> reports = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            reports.add(new DeviceReport(in.readUTF(), DeviceReport.Usability.valueOf(in.readUTF()), in.readUTF()));
        }
        return new Devices(reports, new ProcessorPace(Precision.valueOf(in.readUTF()), Arithmetic.valueOf(in.readUTF())));
    }

    private static NetworkShape shape(DataInputStream in) throws IOException {
        List<String> stems = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            stems.add(in.readUTF());
        }
        return new NetworkShape(stems, in.readInt(), in.readInt(), in.readInt());
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("a text too long for a message", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] message, Reading<T> reading) throws GarbageException {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
            T value = reading.from(in);
            if (in.read() >= 0) {
                throw new GarbageException("more than a message");
            }
            return value;
        } catch (GarbageException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new GarbageException("a broken message", e);
        }
    }
}
