package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// Makes new sounds from a song's mix and its stems as the network made them, and brings them into the document as one
/// step to undo, if the stems are still the same then. Otherwise, and cancelled, it leaves nothing.
final class SumTask implements Task {
    private final Workbench bench;
    private final Song song;
    private final Wish wish;
    private final DerivedSounds made;

    /// What is wanted.
    sealed interface Wish {
        /// Stems that add up to the mix.
        ///
        /// @param into index of the stem that takes what is left over; empty spreads it by energy
        record Locked(SumLock how, OptionalInt into) implements Wish {
            /// @throws IllegalArgumentException if the song lacks the stem to fold into
            static Locked of(Song song, SumLock how) {
                return switch (how) {
                    case SumLock.Fold(String stem) -> {
                        int index = song.stems().stream().map(Lane::stem).toList().indexOf(stem);
                        if (index < 0) {
                            throw new IllegalArgumentException("%s has no stem %s".formatted(song.title(), stem));
                        }
                        yield new Locked(how, OptionalInt.of(index));
                    }
                    case SumLock.Spread _, SumLock.Off _ -> new Locked(how, OptionalInt.empty());
                };
            }
        }

        /// A lane of what is left over.
        record Residual() implements Wish {}
    }

    /// @throws IllegalArgumentException if the song has no stems
    SumTask(Workbench bench, Song song, Wish wish) {
        if (song.stems().isEmpty()) {
            throw new IllegalArgumentException("%s has no stems".formatted(song.title()));
        }
        this.bench = bench;
        this.song = song;
        this.wish = wish;
        made = new DerivedSounds(bench.sounds(), firstPhase());
    }

    boolean makesResidual() {
        return wish instanceof Wish.Residual;
    }

    boolean isOf(SongId id) {
        return song.id().equals(id);
    }

    /// Whatever is being made of this song's stems is not wanted any more.
    static void cancelAll(List<DeskJob> jobs, SongId id) {
        jobs.stream().filter(it -> it.task() instanceof SumTask sum && sum.isOf(id)).forEach(DeskJob::cancel);
    }

    @Override
    public String firstPhase() {
        return "adding-up";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        AudioAsset mix = sound(song.mix().asset());
        List<AudioAsset> stems = song.stems().stream().map(Lane::id).map(this::asSeparated).toList();
        if (!mix.isComplete() || !stems.stream().allMatch(AudioAsset::isComplete)) {
            throw new OutputRefusedException(OutputRefusedException.Reason.STEMS_UNFINISHED, song.title());
        }
        int channels = stems.stream().mapToInt(it -> it.spec().channels()).reduce(mix.spec().channels(), Math::max);
        List<MixTape> tapes = stems.stream().<MixTape>map(AssetTape::new).toList();
        MixTape whole = new AssetTape(mix);
        return switch (wish) {
            case Wish.Locked(_, OptionalInt into) -> {
                ClosedStems closed = new ClosedStems(whole, tapes, into, channels);
                JobState how = made.make(job, mix, new DerivedSounds.Shape(tapes.size(), channels), closed::read);
                warn(job, closed.misses());
                yield how;
            }
            case Wish.Residual() -> {
                Leftover leftover = new Leftover(whole, tapes);
                yield made.make(job, mix, new DerivedSounds.Shape(1, channels),
                        (start, planes, frames) -> leftover.read(start, planes[0], 0, frames));
            }
        };
    }

    private static void warn(DeskJob job, long misses) {
        if (misses > 0) {
            job.warn(List.of(new Remark.FinerBits(misses)));
        }
    }

    private AudioAsset sound(AssetId id) {
        return bench.sounds().find(id).orElseThrow(() -> new IllegalStateException("the song is gone"));
    }

    private AudioAsset asSeparated(LaneId stem) {
        return sound(Objects.requireNonNull(song.asSeparated().get(stem)));
    }

    @Override
    public void ended(JobState how) {
        made.close();
        if (how instanceof JobState.Done && fits(bench.document().project())) {
            bench.document().edit(edit());
        } else {
            made.forget();
        }
    }

    private Edit edit() {
        return switch (wish) {
            case Wish.Locked(SumLock how, _) -> {
                Map<LaneId, AssetId> sounds = new HashMap<>();
                for (int i = 0; i < made.ids().size(); i++) {
                    sounds.put(song.stems().get(i).id(), made.ids().get(i));
                }
                yield new Edit.LockSum(song.id(), how, sounds);
            }
            case Wish.Residual() ->
                new Edit.ShowResidual(song.id(), NewLanes.residual(made.ids().getFirst()));
        };
    }

    private boolean fits(Project now) {
        return now.song(song.id())
                .filter(it -> it.asSeparated().equals(song.asSeparated()))
                .filter(it -> wish instanceof Wish.Locked || !it.sum().isLocked())
                .isPresent();
    }

    /// The stems were undone or replaced, or the song is gone: nobody waits for this any more.
    @Override
    public void documentChanged(Project now, DeskJob job) {
        if (!fits(now)) {
            job.cancel();
        }
    }
}
