package dev.unbraid.project;

import dev.unbraid.audio.AssetId;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A change of the document that can be undone.
public sealed interface Edit {
    /// @throws IllegalArgumentException if the document does not hold what is to change
    Project applyTo(Project project);

    /// The song becomes the active one.
    record AddSong(Song song, int index) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSongAt(song, index);
        }
    }

    record RemoveSong(SongId song) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.without(song);
        }
    }

    record ActivateSong(SongId song) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withActive(song);
        }
    }

    record RenameSong(SongId song, String title) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.withTitle(title));
        }
    }

    record FoldSong(SongId song, boolean folded) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.withFolded(folded));
        }
    }

    /// Puts the stems in place of those that are there.
    record AddStems(SongId song, List<Lane> stems, Recipe recipe) implements Edit {
        public AddStems {
            stems = List.copyOf(stems);
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.withStems(stems, recipe));
        }
    }

    record RemoveStems(SongId song) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, Song::withoutStems);
        }
    }

    /// The stems add up to the mix now. What they were before stays at hand.
    ///
    /// @param how    fold or spread
    /// @param sounds the changed ones, one for each stem
    record LockSum(SongId song, SumLock how, Map<LaneId, AssetId> sounds) implements Edit {
        public LockSum {
            sounds = Map.copyOf(sounds);
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.locked(how, sounds));
        }
    }

    /// A stretch of the stems is another now. They no longer add up to the mix if they were made to, and what they
    /// left over is no more.
    ///
    /// @param sounds the whole new ones, one for each stem
    record RefineStems(SongId song, Map<LaneId, AssetId> sounds, Refinement refinement) implements Edit {
        public RefineStems {
            sounds = Map.copyOf(sounds);
        }

        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.refined(sounds, refinement));
        }
    }

    /// The stems are again as the network made them.
    record UnlockSum(SongId song) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, Song::unlocked);
        }
    }

    /// @param lane the mix minus the sum of the stems
    record ShowResidual(SongId song, Lane lane) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.withResidual(Optional.of(lane)));
        }
    }

    record HideResidual(SongId song) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withSong(song, it -> it.withResidual(Optional.empty()));
        }
    }

    record RenameLane(LaneId lane, String name) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withLane(lane, it -> it.withName(name));
        }
    }

    record SetStrip(LaneId lane, Strip strip) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withLane(lane, it -> it.withStrip(strip));
        }
    }

    record SetLook(LaneId lane, LaneLook look) implements Edit {
        @Override
        public Project applyTo(Project project) {
            return project.withLane(lane, it -> it.withLook(look));
        }
    }

    /// @param index among the stems of its song
    record MoveStem(LaneId lane, int index) implements Edit {
        @Override
        public Project applyTo(Project project) {
            Song song = project.songOf(lane).orElseThrow(() -> new IllegalArgumentException("no lane " + lane));
            return project.withSong(song.id(), it -> it.withStemAt(lane, index));
        }
    }

    /// Several changes that are one to the user.
    record All(List<Edit> edits) implements Edit {
        public All {
            edits = List.copyOf(edits);
        }

        @Override
        public Project applyTo(Project project) {
            Project changed = project;
            for (Edit edit : edits) {
                changed = edit.applyTo(changed);
            }
            return changed;
        }
    }
}
