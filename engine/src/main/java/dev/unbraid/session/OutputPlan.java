package dev.unbraid.session;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.project.SumLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// All that can be known before the first frame is read: which files will be made, and whether they can be.
///
/// @param files  in the order of the request's outputs
/// @param recipe       where it goes if one is wanted
/// @param disagreement where it goes if one is wanted
record OutputPlan(SeparateRequest request, AudioFileInfo source, TargetFiles files, Path recipe, Path disagreement) {
    /// No codec packs sound tighter than this; a header that claims more lies, or tells of silence.
    private static final long MOST_FRAMES_PER_BYTE = 64;

    static OutputPlan of(SeparateRequest request, AudioFileInfo source, TrackNames names) {
        OutputNames named = new OutputNames(
                request.input(), request.selection(), request.place(), request.sound(), request.bag().name());
        List<Path> claimed = names.claim(request, copy -> named.of(source.tags(), copy));
        List<Path> targets = claimed.subList(0, claimed.size() - 2);
        TargetFiles files = new TargetFiles(targets, request.input(), request.place().existing());
        return new OutputPlan(request, source, files, paper(claimed.get(targets.size()), ".json", request),
                paper(claimed.getLast(), ".csv", request));
    }

    /// Named as a stem is, but for its ending; what is there already belongs to other stems.
    private static Path paper(Path asStem, String ending, SeparateRequest request) {
        String name = String.valueOf(asStem.getFileName());
        int dot = name.lastIndexOf('.');
        String start = dot > 0 ? name.substring(0, dot) : name;
        Path paper = asStem.resolveSibling(start + ending);
        for (int copy = 2; request.place().existing() != OutputPlace.Existing.OVERWRITE && Files.exists(paper); copy++) {
            paper = asStem.resolveSibling("%s (%d)%s".formatted(start, copy, ending));
        }
        return paper;
    }

    /// Whether all is there that was to be made, and may stay.
    boolean isDone() {
        return request.place().existing() == OutputPlace.Existing.SKIP
                && files.thatExist().size() == files.targets().size();
    }

    /// @param folder where the work will be done; must exist
    ///
    /// @param finished where segments will be kept; on the same disk they take room too, up to its limit
    void refuseWithoutRoom(Path folder, Optional<FinishedWork> finished) throws IOException {
        long bytes = workBytes() + keptBytes() + finished.map(it -> segmentBytes(folder, it)).orElse(0L);
        DiskRoom.require(
                folder, bytes, request.place().folder(), "while separating %s".formatted(request.input()));
    }

    /// Whether the stem's tape becomes its file: what is asked for is what networks give.
    boolean isTape(String stem) {
        OutputSound sound = request.sound();
        int output = request.outputs().indexOf(stem);
        return sound.format().holdsPeaks() && sound.clip() != OutputSound.Clip.CLAMP
                && request.sumLock() instanceof SumLock.Off
                && outputSpec().equals(request.bag().spec())
                && output >= 0 && files.writes(files.targets().get(output));
    }

    /// The mix and every computed stem that is not a file as it is, at the model's rate in float. 0 when the length is not known.
    long workBytes() {
        int copies = request.sumLock() instanceof SumLock.Off ? 1 : 2;
        long tapes = request.computedStems().stream().filter(stem -> !isTape(stem)).count();
        double perSecond = (1 + copies * tapes)
                * (double) request.bag().spec().sampleRate() * Float.BYTES * request.bag().spec().channels();
        return (long) (soundSeconds().orElse(0) * perSecond);
    }

    /// The files. 0 when the length is not known.
    long keptBytes() {
        double perSecond = (double) files.targets().size()
                * request.sound().format().bytesPerSecond(outputSpec().sampleRate(), request.bag().spec().channels());
        return (long) (soundSeconds().orElse(0) * perSecond);
    }

    /// On the disk of `folder`, which exists.
    long segmentBytes(Path folder, FinishedWork finished) {
        OptionalDouble seconds = soundSeconds();
        return seconds.isPresent() ? SegmentRoom.on(folder, finished, request, seconds.getAsDouble()) : 0;
    }

    /// How long the input says it is, if that can be.
    OptionalDouble soundSeconds() {
        try {
            long frames = source.frames().orElse(0);
            return frames > 0 && frames / MOST_FRAMES_PER_BYTE <= Files.size(request.input())
                    ? OptionalDouble.of((double) frames / source.spec().sampleRate())
                    : OptionalDouble.empty();
        } catch (IOException e) {
            // Whoever reads it will hear why.
            return OptionalDouble.empty();
        }
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
