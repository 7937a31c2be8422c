package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.StemKey;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.separation.SegmentStore;
import dev.unbraid.separation.SeparationRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What the passes of separations disagreed in: measured when a separation ends, from the segments that it is about to let
/// go; afterwards the cache may have it, as long as it lasts. Never computes a network.
public final class Disagreements {
    private static final Logger LOG = LoggerFactory.getLogger(Disagreements.class);

    private final Separators separators;
    private final FinishedWork cache;

    Disagreements(Separators separators, FinishedWork cache) {
        this.separators = separators;
        this.cache = cache;
    }

    /// Whether a lane is a stem that several passes made.
    public static boolean isPossible(Song song, LaneId lane) {
        return song.stems().stream().anyMatch(it -> it.id().equals(lane)) && song.recipe().orElseThrow().shifts() > 1;
    }

    /// Of the separation that a song's stems come from, whatever was refined since. Reads files, so not for the screen's
    /// thread.
    ///
    /// @return empty where it was not measured or is no longer kept
    public Optional<Disagreement> find(Song song, Lane stem) throws IOException {
        Optional<Recipe> recipe = song.recipe().filter(it -> it.shifts() > 1);
        List<SeparatorModel> models = recipe.isPresent() ? separators.models() : List.of();
        return recipe.flatMap(made -> models.stream()
                .filter(it -> it.name().equals(made.model()) && it.installed())
                .findFirst()
                .flatMap(it -> cache.disagreements().find(new StemKey(made, it.fingerprint()), stem.stem())));
    }

    /// Measures all stems of a run that has finished, and keeps that. Without several passes does nothing; what goes wrong
    /// is logged, for the stems are there all the same.
    void measure(StemKey key, SeparationRun run, SegmentStore segments, BooleanSupplier cancelled) {
        for (String stem : key.recipe().stems()) {
            try {
                run.disagreement(stem, segments, cancelled).ifPresent(it -> cache.disagreements().put(key, stem, it));
            } catch (IOException e) {
                LOG.warn("what the passes of {} disagreed in could not be measured", stem, e);
            }
        }
    }
}
