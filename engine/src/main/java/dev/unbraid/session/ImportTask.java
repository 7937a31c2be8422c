package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SongSource;
import dev.unbraid.project.StemSum;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/// Reads a sound file into a song of one lane, which is there as soon as the file's first block is decoded.
///
/// Of more than two channels the first two are kept, as separation does.
final class ImportTask implements Task {
    private static final int MOST_CHANNELS = 2;

    private final Path file;
    private final Workbench bench;
    private final SongOrder order;
    private volatile Optional<Song> added = Optional.empty();

    ImportTask(Path file, Workbench bench, SongOrder order) {
        this.file = file;
        this.bench = bench;
        this.order = order;
    }

    @Override
    public String firstPhase() {
        return "decoding";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            AudioFileInfo info = reader.info();
            AudioSource source = atMostTwoChannels(reader);
            try (Recording recording = bench.sounds().record(source.spec(), info.frames().orElse(0))) {
                Song song = song(info, recording.asset());
                added = Optional.of(song);
                bench.owner().execute(() -> {
                    if (!job.isCancelled()) {
                        order.add(song);
                    }
                });
                job.name(song.title());
                if (!copy(source, recording, info, job)) {
                    return new JobState.Cancelled();
                }
                bench.sounds().finish(recording);
                job.warn(warnings(reader));
                return new JobState.Done();
            }
        }
    }

    static AudioSource atMostTwoChannels(AudioReader reader) {
        return reader.spec().channels() > MOST_CHANNELS ? new FittedChannels(reader, MOST_CHANNELS) : reader;
    }

    private Song song(AudioFileInfo info, AudioAsset sound) {
        String path = file.toAbsolutePath().normalize().toString();
        return new Song(
                new SongId(UUID.randomUUID().toString()),
                info.tags().title().filter(title -> !title.isBlank()).orElseGet(() -> baseName(file)),
                new SongSource(path, info.container(), info.spec(), info.bitsPerSample()),
                NewLanes.mix(sound.id()),
                List.of(),
                Optional.empty(),
                StemSum.OPEN,
                false);
    }

    static String baseName(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// @return whether the end was reached; if not, somebody asked to stop
    private static boolean copy(AudioSource source, Recording recording, AudioFileInfo info, DeskJob job)
            throws IOException {
        TimeLeft clock = new TimeLeft();
        return recording.fill(source, frames -> {
            OptionalDouble fraction = info.frames().isPresent()
                    ? OptionalDouble.of(Math.min(1, (double) frames / info.frames().getAsLong()))
                    : OptionalDouble.empty();
            job.report(new JobState.Running("decoding", fraction, clock.after(fraction), 0, 0));
            return !job.isCancelled();
        });
    }

    private static List<Remark> warnings(AudioReader reader) {
        List<Remark> warnings = Remark.of(reader);
        if (reader.spec().channels() > MOST_CHANNELS) {
            warnings.add(new Remark.FewerChannels(reader.spec().channels(), MOST_CHANNELS));
        }
        return warnings;
    }

    @Override
    public void ended(JobState how) {
        if (how instanceof JobState.Done) {
            return;
        }
        added.ifPresent(song -> {
            order.withdraw(song);
            bench.sounds().forget(song.mix().asset());
        });
    }
}
