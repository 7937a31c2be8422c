package dev.unbraid.htdemucs;

import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

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
        shareTiles(crew, (branch, tile, scratch) -> branch.enter(tile, scratch));
        for (int i = 0; i < spec.transformer().layers(); i++) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            runLayer(i, crew);
        }
        shareTiles(crew, (branch, tile, scratch) -> branch.leave(tile, scratch));
        return true;
    }

    /// In a cross layer both branches look at the other as it was before the layer.
    private void runLayer(int i, Crew crew) {
        int across = spec.isCross(i) ? 1 : 0;
        sharePairs(crew, (side, pairs, scratch) ->
                branches.get(side).ask(i, branches.get(side ^ across).layer(i), pairs, scratch));
        for (int side = 0; side < branches.size(); side++) {
            TransformerBranch branch = branches.get(side);
            TransformerBranch other = branches.get(side ^ across);
            crew.team().share(branch.attentions(), (member, part) -> branch.attend(i, other, part, crew.scratch(member)));
        }
        sharePairs(crew, (side, pairs, scratch) -> branches.get(side).finish(i, pairs, scratch));
        branches.forEach(branch -> branch.settle(i));
    }

    /// Work on a tile of one of the branches.
    @FunctionalInterface
    private interface Work {
        void at(TransformerBranch branch, int tile, Scratch scratch);
    }

    private void shareTiles(Crew crew, Work work) {
        int first = branches.getFirst().tiles();
        crew.team().share(first + branches.getLast().tiles(), (member, part) -> {
            int side = part < first ? 0 : 1;
            work.at(branches.get(side), part - side * first, crew.scratch(member));
        });
    }

    /// Pairs of tiles of one of the branches.
    private record Part(int side, PairsOfTiles pairs) {}

    /// Work on one.
    @FunctionalInterface
    private interface PairsWork {
        void at(int side, PairsOfTiles pairs, Scratch scratch);
    }

    private void sharePairs(Crew crew, PairsWork work) {
        int all = branches.stream().mapToInt(TransformerBranch::pairs).sum();
        int together = PairsOfTiles.together(all, crew.team().members());
        // What is left over comes last: so members end at the same time.
        List<Part> parts = IntStream.range(0, branches.size()).boxed()
                .flatMap(side -> PairsOfTiles.of(branches.get(side).pairs(), together).stream().map(pairs -> new Part(side, pairs)))
                .sorted(Comparator.comparingInt(part -> -part.pairs.count()))
                .toList();
        crew.team().share(parts.size(), (member, i) ->
                work.at(parts.get(i).side, parts.get(i).pairs, crew.scratch(member)));
    }
}
