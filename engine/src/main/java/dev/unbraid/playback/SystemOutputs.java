package dev.unbraid.playback;

import java.util.Arrays;
import java.util.List;

import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// The outputs that the system has.
final class SystemOutputs implements Outlet.Maker {
    private static final DataLine.Info ANY = new DataLine.Info(SourceDataLine.class, null);

    static List<OutputDevice> devices() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(it -> AudioSystem.getMixer(it).isLineSupported(ANY))
                .map(it -> new OutputDevice(it.getName(), it.getDescription()))
                .toList();
    }

    @Override
    public OutputLine open(OutputDevice device, int sampleRate, int bufferFrames) throws NoOutputException {
        if (devices().isEmpty()) {
            throw new NoOutputException(OutputState.Reason.NONE_THERE);
        }
        for (SampleCode code : SampleCode.values()) {
            DataLine.Info info = new DataLine.Info(SourceDataLine.class, code.format(sampleRate));
            if (!offers(device, info)) {
                continue;
            }
            try {
                SourceDataLine line = (SourceDataLine) line(device, info);
                line.open(code.format(sampleRate), 2 * bufferFrames * code.format(sampleRate).getFrameSize());
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
