package dev.unbraid.session;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Which models mean the same by a song's stems.
public final class StemMatch {
    private StemMatch() {}

    /// Whether a model may replace a part of a song's stems. It needs all that the model behind them has and no more:
    /// what one calls `other` is what its further stems leave.
    ///
    /// @param known all models there are, installed or not
    public static boolean fits(Song song, SeparatorModel model, List<SeparatorModel> known) {
        List<String> stems = song.stems().stream().map(Lane::stem).toList();
        Optional<SeparatorModel> maker = song.recipe().map(Recipe::model)
                .flatMap(name -> known.stream().filter(it -> it.name().equals(name)).findFirst());
        return model.stems().containsAll(stems)
                && maker.map(it -> new HashSet<>(it.stems()).equals(new HashSet<>(model.stems()))).orElse(true);
    }
}
