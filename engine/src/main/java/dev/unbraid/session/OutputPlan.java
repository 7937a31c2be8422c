package dev.unbraid.session;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.Tags;
import dev.unbraid.project.SumLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All that can be known before the first frame is read: which files will be made, and whether they can be.
///
/// @param files in the order of the request's outputs
record OutputPlan(SeparateRequest request, AudioFileInfo source, TargetFiles files) {
    /// No codec packs sound tighter than this; a header that claims more lies, or tells of silence.
    private static final long MOST_FRAMES_PER_BYTE = 64;

    static OutputPlan of(SeparateRequest request, AudioFileInfo source, TrackNames names) {
        Path folder = request.place().folder().toAbsolutePath().normalize();
        Tags tags = source.tags();
        String track = NameValues.trackOf(request.input());
        String extension = request.sound().format().container().extension();
        List<Path> targets = names.claim(copy -> request.outputs().stream()
                .map(stem -> new NameValues(track, stem, extension, request.bag().name(), tags))
                .map(values -> folder.resolve(request.place().names().resolve(values, copy)))
                .toList());
        TargetFiles files = new TargetFiles(targets, request.input(), request.place().existing());
        return new OutputPlan(request, source, files);
    }

    /// @param folder where the work will be done; must exist
    ///
    /// @param finished where segments will be kept; on the same disk they take room too, up to its limit
    void refuseWithoutRoom(Path folder, Optional<FinishedWork> finished) throws IOException {
        long bytes = bytesWanted();
        if (bytes > 0 && finished.isPresent()) {
            bytes += SegmentRoom.on(folder, finished.get(), request, (double) frames() / source.spec().sampleRate());
        }
        DiskRoom.require(
                folder, bytes, request.place().folder(), "while separating %s".formatted(request.input()));
    }

    /// The mix and every computed stem at the model's rate in float, and the files. 0 when the length is not known.
    private long bytesWanted() throws IOException {
        long frames = frames();
        if (frames / MOST_FRAMES_PER_BYTE > Files.size(request.input())) {
            return 0;
        }
        double seconds = (double) frames / source.spec().sampleRate();
        int channels = request.bag().spec().channels();
        int copies = request.sumLock() instanceof SumLock.Off ? 1 : 2;
        double work = (1 + copies * request.computedStems().size())
                * (double) request.bag().spec().sampleRate() * Float.BYTES;
        double written = (double) files.targets().size()
                * request.sound().format().bytesPerSecond(outputSpec().sampleRate(), channels);
        return (long) (seconds * (channels * work + written));
    }

    private long frames() {
        return source.frames().orElse(0);
    }

    /// At the rate that is asked for, or the nearest that the files can have.
    AudioSpec outputSpec() {
        return request.bag().spec().withSampleRate(
                request.sound().format().container().sampleRateFor(wantedRate()));
    }

    private int wantedRate() {
        return switch (request.sound().rate()) {
            case MODEL -> request.bag().spec().sampleRate();
            case SOURCE -> source.spec().sampleRate();
        };
    }

    /// @param model  the track's length at the model's rate
    /// @param source at its own
    StemExport.Lengths lengths(long model, long source) {
        long wanted = switch (request.sound().rate()) {
            case MODEL -> model;
            case SOURCE -> source;
        };
        double ratio = (double) outputSpec().sampleRate() / wantedRate();
        return new StemExport.Lengths(model, Math.max(1, Math.round(wanted * ratio)));
    }
}
