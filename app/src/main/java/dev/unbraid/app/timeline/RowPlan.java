package dev.unbraid.app.timeline;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rows of the timeline, top to bottom.
record RowPlan(List<Placed> rows, double height) {
    /// What a row shows.
    sealed interface Kind {
        Song song();

        record OfLane(Song song, Lane lane) implements Kind {}

        record OfStemMap(Song song) implements Kind {}

        /// @param lane the stem, with what it differs by from what it was for its sound
        record OfDifference(Song song, Lane lane) implements Kind {
            OfLane asLane() {
                return new OfLane(song, lane);
            }
        }

        /// What the passes disagreed in that made a stem.
        record OfDisagreement(Song song, Lane lane) implements Kind {}
    }

    /// @param top    from the first row's upper edge
    /// @param height with the line below it
    record Placed(Kind kind, double top, double height) {
        double bottom() {
            return top + height;
        }
    }

    /// How high stem maps are, and whether there are any.
    interface StemMaps {
        /// @return 0 for none
        double heightPx(SongId song);
    }

    /// What lies under a stem besides its own lane.
    interface Under {
        List<Kind> of(Song song, Lane stem);
    }

    RowPlan {
        rows = List.copyOf(rows);
    }

    static RowPlan of(Project project, StemMaps maps, Under under) {
        List<Placed> rows = new ArrayList<>();
        double top = 0;
        for (Song song : project.songs()) {
            for (Kind kind : kinds(song, maps, under)) {
                double height = height(kind, maps);
                rows.add(new Placed(kind, top, height));
                top += height;
            }
        }
        return new RowPlan(rows, top);
    }

    private static List<Kind> kinds(Song song, StemMaps maps, Under under) {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind.OfLane(song, song.mix()));
        if (!song.folded() && !song.stems().isEmpty()) {
            if (maps.heightPx(song.id()) > 0) {
                kinds.add(new Kind.OfStemMap(song));
            }
            song.stems().forEach(stem -> {
                kinds.add(new Kind.OfLane(song, stem));
                kinds.addAll(under.of(song, stem));
            });
            song.sum().residual().ifPresent(it -> kinds.add(new Kind.OfLane(song, it)));
        }
        return kinds;
    }

    private static double height(Kind kind, StemMaps maps) {
        return switch (kind) {
            case Kind.OfLane lane -> lane.lane().look().heightPx();
            case Kind.OfDifference difference -> difference.lane().look().heightPx();
            case Kind.OfDisagreement disagreement -> disagreement.lane().look().heightPx();
            case Kind.OfStemMap map -> maps.heightPx(map.song().id());
        };
    }

    Optional<Placed> at(double y) {
        return rows.stream().filter(it -> it.top() <= y && y < it.bottom()).findFirst();
    }

    /// Before which of the song's stems one would go that is dropped at `y`.
    ///
    /// @return an index among the song's stems, or their number
    int stemIndexAt(SongId song, double y) {
        return (int) stems(song).filter(it -> it.top() + it.height() / 2 < y).count();
    }

    /// The upper edge of the stem at `index`; if there are no more, the lower edge of the last and of what lies under it.
    double stemTop(SongId song, int index) {
        List<Placed> stems = stems(song).toList();
        return index < stems.size() ? stems.get(index).top() : endOf(stems.getLast());
    }

    private double endOf(Placed stem) {
        int next = rows.indexOf(stem) + 1;
        while (next < rows.size() && !(rows.get(next).kind() instanceof Kind.OfLane)) {
            next++;
        }
        return rows.get(next - 1).bottom();
    }

    private Stream<Placed> stems(SongId song) {
        return rows.stream().filter(it -> it.kind() instanceof Kind.OfLane lane && lane.song().id().equals(song)
                && lane.song().stems().contains(lane.lane()));
    }
}
