package dev.unbraid.codec;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads a sound file from its start to its end, in constant memory. Used by one thread at a time.
public final class AudioReader implements AudioSource {
    private final Path file;
    private final Decoder decoder;
    private final DeclaredLength declared;
    private final AudioFileInfo info;
    private final DamageReport report;
    // The last block can be trimmed only while it is known to be the last: hence one block ahead.
    private PlanarBlock current = new PlanarBlock();
    private PlanarBlock ahead = new PlanarBlock();
    private boolean aheadFilled;
    private int taken;
    private long decodedFrames;
    private boolean closed;

    private AudioReader(Path file, Decoder decoder) throws UnreadableAudioException, FfmpegException {
        this.file = file;
        this.decoder = decoder;
        this.aheadFilled = decoder.next(ahead);
        AudioSpec spec = decoder.spec()
                .orElseThrow(() -> Unreadable.nothingDecoded(file, decoder));
        this.declared = DeclaredLength.of(file, decoder.demuxer(), spec);
        if (declared.isNothing()) {
            throw Unreadable.empty(file);
        }
        this.info = FormatNames.describe(file, decoder.demuxer(), spec, declared.plausible());
        this.report = new DamageReport(file, spec.sampleRate());
        if (decoder.brokenPackets() > 0) {
            report.damagedAt(0);
        }
    }

    static AudioReader open(Path file) throws UnreadableAudioException {
        Unreadable.requireFile(file);
        Ffmpeg.load();
        try {
            Decoder decoder = Decoder.open(Demuxer.open(file).orElseThrow(() -> Unreadable.withoutSound(file)));
            try {
                return new AudioReader(file, decoder);
            } catch (IOException | RuntimeException e) {
                decoder.close();
                throw e;
            }
        } catch (FfmpegException e) {
            throw Unreadable.refused(file, e);
        }
    }

    public AudioFileInfo info() {
        return info;
    }

    @Override
    public AudioSpec spec() {
        return info.spec();
    }

    /// What was found wrong so far; complete once the end has been reached.
    public List<Damage> damage() {
        return report.all(decoder.notNumbers());
    }

    @Override
    public int read(float[][] planes, int offset, int frames) throws IOException {
        if (closed) {
            throw new IllegalStateException("closed: " + file);
        }
        while (taken == current.frames()) {
            if (!advance()) {
                return -1;
            }
        }
        int count = Math.min(frames, current.frames() - taken);
        current.copyTo(planes, offset, taken, count);
        taken += count;
        return count;
    }

    private boolean advance() throws IOException {
        if (!aheadFilled) {
            return false;
        }
        PlanarBlock emptied = current;
        current = ahead;
        ahead = emptied;
        taken = 0;
        decodedFrames += current.frames();
        long brokenBefore = decoder.brokenPackets();
        try {
            aheadFilled = decoder.next(ahead);
        } catch (FfmpegException e) {
            throw Unreadable.interrupted(file, DamageReport.time(decodedFrames, spec().sampleRate()), e);
        }
        if (!aheadFilled) {
            end();
        } else if (decoder.brokenPackets() > brokenBefore) {
            report.damagedAt(decodedFrames);
        }
        return true;
    }

    private void end() {
        long surplus = declared.surplus(decodedFrames);
        if (surplus < current.frames()) {
            current.trimTo((int) (current.frames() - surplus));
            decodedFrames -= surplus;
        }
        if (decoder.formatChanged()) {
            report.formatChangedAt(decodedFrames);
        } else if (declared.missing(decodedFrames) > 0) {
            report.endedEarly(decodedFrames, declared.missing(decodedFrames));
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.close();
        }
    }
}
