package dev.unbraid.playback;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// The outputs that the system has.
final class SystemOutputs implements Outlet.Maker {
    private static final List<Integer> USUAL_RATES = List.of(44_100, 48_000, 88_200, 96_000, 176_400, 192_000);
    private static final int BUFFER_RATE = 44_100;
    private static final DataLine.Info ANY = new DataLine.Info(SourceDataLine.class, null);

    static List<OutputDevice> devices() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(it -> AudioSystem.getMixer(it).isLineSupported(ANY))
                .map(it -> new OutputDevice(it.getName(), it.getDescription()))
                .toList();
    }

    @Override
    public Outlet open(OutputDevice device, int sampleRate, int bufferFrames) throws NoOutputException {
        if (devices().isEmpty()) {
            throw new NoOutputException(OutputState.Reason.NONE_THERE);
        }
        try {
            return line(device, sampleRate, bufferFrames);
        } catch (NoOutputException e) {
            // Some systems say of a rate that they do not play that the line is in use.
            return switch (e.reason()) {
                case RATE_UNSUPPORTED, IN_USE -> converting(device, sampleRate, bufferFrames).orElseThrow(() -> e);
                case NONE_THERE, NOT_CONNECTED, LOST -> throw e;
            };
        }
    }

    /// At the next higher rate that the output plays, or at its highest.
    private static Optional<Outlet> converting(OutputDevice device, int sampleRate, int bufferFrames) {
        return USUAL_RATES.stream()
                .filter(it -> it != sampleRate)
                .sorted(Comparator.comparingInt(it -> it > sampleRate ? it : Integer.MAX_VALUE - it))
                .flatMap(rate -> {
                    try {
                        return Stream.of(new ConvertingOutlet(line(device, rate, bufferFrames), sampleRate));
                    } catch (NoOutputException _) {
                        return Stream.empty();
                    }
                })
                .map(Outlet.class::cast)
                .findFirst();
    }

    private static OutputLine line(OutputDevice device, int sampleRate, int bufferFrames) throws NoOutputException {
        // As long a time at every rate: what is late or slow to answer counts in seconds.
        int holds = Math.max(Tape.BLOCK_FRAMES, Math.round((float) bufferFrames * sampleRate / BUFFER_RATE));
        for (SampleCode code : SampleCode.values()) {
            DataLine.Info info = new DataLine.Info(SourceDataLine.class, code.format(sampleRate));
            if (!offers(device, info)) {
                continue;
            }
            try {
                SourceDataLine line = (SourceDataLine) line(device, info);
                line.open(code.format(sampleRate), 2 * holds * code.format(sampleRate).getFrameSize());
                return new OutputLine(line, code);
            } catch (LineUnavailableException e) {
                throw new NoOutputException(OutputState.Reason.IN_USE, e);
            } catch (IllegalArgumentException | SecurityException _) {
                // Offered, and refused all the same: the next code may do.
            }
        }
        throw new NoOutputException(OutputState.Reason.RATE_UNSUPPORTED);
    }

    private static boolean offers(OutputDevice device, DataLine.Info info) throws NoOutputException {
        return device.equals(OutputDevice.SYSTEM) ? AudioSystem.isLineSupported(info) : mixer(device).isLineSupported(info);
    }

    private static javax.sound.sampled.Line line(OutputDevice device, DataLine.Info info)
            throws NoOutputException, LineUnavailableException {
        return device.equals(OutputDevice.SYSTEM) ? AudioSystem.getLine(info) : mixer(device).getLine(info);
    }

    private static Mixer mixer(OutputDevice device) throws NoOutputException {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(it -> it.getName().equals(device.name()))
                .findFirst()
                .map(AudioSystem::getMixer)
                .orElseThrow(() -> new NoOutputException(OutputState.Reason.NOT_CONNECTED));
    }
}
