package dev.unbraid.session;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.NoRoomException;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.Tags;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// All that can be known before the first frame is read: which files will be made, and whether they can be.
///
/// @param targets in the order of the request's outputs
record OutputPlan(SeparateRequest request, AudioFileInfo source, List<Path> targets) {
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
        return new OutputPlan(request, source, targets);
    }

    List<Path> existing() {
        return targets.stream().filter(Files::exists).toList();
    }

    /// Whether a file will be written: all but those that are there and may stay.
    boolean writes(Path target) {
        return switch (request.place().existing()) {
            case REFUSE, OVERWRITE -> true;
            case SKIP -> !Files.exists(target);
        };
    }

    void refuseUnwritable() throws IOException {
        for (Path target : existing()) {
            if (Files.isSameFile(target, request.input())) {
                throw new OutputRefusedException(
                        "%s is the input itself; choose another name or output folder.".formatted(target));
            }
            if (Files.isDirectory(target)) {
                throw new OutputRefusedException("%s is a folder; choose another name.".formatted(target));
            }
            refuseExisting(target);
        }
    }

    /// Asked again just before a file moves into place: hours may have passed.
    void refuseExisting(Path target) throws OutputRefusedException {
        if (request.place().existing() == OutputPlace.Existing.REFUSE && Files.exists(target)) {
            throw new OutputRefusedException(
                    "%s is already there and was left as it is; ask to overwrite or to skip, or choose another folder."
                            .formatted(target));
        }
    }

    /// @param folder where the work will be done; must exist
    void refuseWithoutRoom(Path folder) throws IOException {
        long wanted = bytesWanted();
        long free = Files.getFileStore(folder).getUsableSpace();
        if (wanted > free) {
            throw new NoRoomException(
                    "%s: about %,d MB are needed while separating %s, but only %,d MB are free; free some room or choose another folder."
                            .formatted(request.place().folder(), megabytes(wanted), request.input(), megabytes(free)));
        }
    }

    private static long megabytes(long bytes) {
        return Math.ceilDiv(bytes, 1_000_000L);
    }

    /// The mix and every computed stem at the model's rate in float, and the files. 0 when the length is not known.
    private long bytesWanted() throws IOException {
        long frames = source.frames().orElse(0);
        if (frames / MOST_FRAMES_PER_BYTE > Files.size(request.input())) {
            return 0;
        }
        double seconds = (double) frames / source.spec().sampleRate();
        int channels = request.bag().spec().channels();
        double work = (1 + request.computedStems().size())
                * (double) request.bag().spec().sampleRate() * Float.BYTES;
        double files = (double) targets.size() * outputSpec().sampleRate()
                * request.sound().format().sampleFormat().bits() / Byte.SIZE;
        return (long) (seconds * channels * (work + files));
    }

    AudioSpec outputSpec() {
        AudioSpec model = request.bag().spec();
        return switch (request.sound().rate()) {
            case MODEL -> model;
            case SOURCE -> model.withSampleRate(source.spec().sampleRate());
        };
    }
}
