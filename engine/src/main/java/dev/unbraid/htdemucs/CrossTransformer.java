package dev.unbraid.htdemucs;

import java.util.List;
import java.util.function.BooleanSupplier;

/// The transformer across both branches.
final class CrossTransformer {
    private final HtDemucsSpec spec;
    /// Spectral and wave.
    private final List<TransformerBranch> branches;

    /// @param spectral the plane of the last encoder layer, as is `wave`
    CrossTransformer(HtDemucsSpec spec, StateDict weights, Plane spectral, Plane wave) {
        this.spec = spec;
        branches = List.of(
                new TransformerBranch(spec, weights, "", spectral, PositionTable.spectral(spec, spectral.rows(), spectral.length())),
                new TransformerBranch(spec, weights, "_t", wave, PositionTable.wave(spec, weights, wave.length())));
    }

    /// Adds what it makes of the planes to them.
    ///
    /// @param goOn asked before each layer
    /// @return whether it came to its end
    boolean run(Crew crew, BooleanSupplier goOn) {
        branches.forEach(TransformerBranch::begin);
        shareTiles(crew, (side, tile, scratch) -> branches.get(side).enter(tile, scratch));
        for (int i = 0; i < spec.transformer().layers(); i++) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            runLayer(i, crew);
        }
        shareTiles(crew, (side, tile, scratch) -> branches.get(side).leave(tile, scratch));
        return true;
    }

    /// In a cross layer both branches look at the other as it was before the layer.
    private void runLayer(int i, Crew crew) {
        int across = spec.isCross(i) ? 1 : 0;
        sharePairs(crew, (side, pair, scratch) ->
                branches.get(side).ask(i, branches.get(side ^ across).layer(i), pair, scratch));
        for (int side = 0; side < branches.size(); side++) {
            TransformerBranch branch = branches.get(side);
            TransformerBranch other = branches.get(side ^ across);
            crew.team().share(branch.attentions(), (member, part) -> branch.attend(i, other, part, crew.scratch(member)));
        }
        sharePairs(crew, (side, pair, scratch) -> branches.get(side).finish(i, pair, scratch));
        branches.forEach(branch -> branch.settle(i));
    }

    /// Work on a part of one of the branches.
    @FunctionalInterface
    private interface Work {
        void at(int side, int part, Scratch scratch);
    }

    private void shareTiles(Crew crew, Work work) {
        share(crew, branches.getFirst().tiles(), branches.getLast().tiles(), work);
    }

    private void sharePairs(Crew crew, Work work) {
        share(crew, branches.getFirst().pairs(), branches.getLast().pairs(), work);
    }

    private static void share(Crew crew, int first, int second, Work work) {
        crew.team().share(first + second, (member, part) -> {
            int side = part < first ? 0 : 1;
            work.at(side, part - side * first, crew.scratch(member));
        });
    }
}
