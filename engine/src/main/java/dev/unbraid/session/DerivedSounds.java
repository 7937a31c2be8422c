package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// New sounds that a job computes from sounds of the session, block by block: as long as one of those, whatever comes of
/// them.
final class DerivedSounds {
    private static final int BLOCK = 1 << 14;

    private final Sounds sounds;
    private final String phase;
    private final List<Recording> made = new ArrayList<>();

    /// Fills `planes[sound][channel][0 .. frames]`.
    interface Maker {
        void read(long startFrame, float[][][] planes, int frames) throws IOException;
    }

    record Shape(int sounds, int channels) {}

    /// @param phase as in [JobState.Running#phase]
    DerivedSounds(Sounds sounds, String phase) {
        this.sounds = sounds;
        this.phase = phase;
    }

    /// Makes all of them, on the job's thread.
    ///
    /// @param like whose rate and length they have
    JobState make(DeskJob job, AudioAsset like, Shape shape, Maker maker) throws IOException {
        AudioSpec spec = like.spec().withChannels(shape.channels());
        float[][][] planes = new float[shape.sounds()][shape.channels()][BLOCK];
        for (int i = 0; i < planes.length; i++) {
            made.add(sounds.record(spec, like.frames()));
        }
        JobProgress progress = new JobProgress(job, phase);
        for (long at = 0; at < like.frames(); at += BLOCK) {
            if (job.isCancelled()) {
                return new JobState.Cancelled();
            }
            int count = (int) Math.min(BLOCK, like.frames() - at);
            maker.read(at, planes, count);
            for (int i = 0; i < planes.length; i++) {
                made.get(i).write(at, planes[i], 0, count);
            }
            progress.progress((double) at, (double) like.frames());
        }
        for (Recording recording : made) {
            sounds.finish(recording);
        }
        return job.isCancelled() ? new JobState.Cancelled() : new JobState.Done();
    }

    /// In the order of the maker's planes; empty before [#make].
    List<AssetId> ids() {
        return made.stream().map(it -> it.asset().id()).toList();
    }

    /// Nothing more will be written.
    void close() {
        try {
            for (Recording recording : made) {
                recording.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Nobody wants them.
    void forget() {
        ids().forEach(sounds::forget);
    }
}
