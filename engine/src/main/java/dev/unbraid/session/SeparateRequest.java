package dev.unbraid.session;

import dev.unbraid.project.SumLock;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.settings.MachineFigures;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// One file to take apart, and how.
public record SeparateRequest(
        Path input, Separating separating, StemSelection selection, OutputPlace place, OutputSound sound, Papers papers) {
    /// What is written beside the stems.
    ///
    /// @param recipe       a [StemRecipe]; it needs to be known where the networks come from
    /// @param disagreement a [DisagreementTable]; it needs two passes at least
    public record Papers(boolean recipe, boolean disagreement) {
        public static final Papers NONE = new Papers(false, false);
        public static final Papers RECIPE = new Papers(true, false);
    }

    /// Without papers.
    public SeparateRequest(
            Path input, Separating separating, StemSelection selection, OutputPlace place, OutputSound sound) {
        this(input, separating, selection, place, sound, Papers.NONE);
    }

    /// What separates, and how carefully.
    ///
    /// @param provenance empty if nobody knows where the networks come from
    public record Separating(ModelBag bag, SeparationSettings settings, Optional<Provenance> provenance) {
        public Separating(ModelBag bag, SeparationSettings settings) {
            this(bag, settings, Optional.empty());
        }
    }

    public SeparateRequest {
        List<String> wanted = switch (selection) {
            case StemSelection.Each each -> each.stems();
            case StemSelection.Locked locked -> locked.stems();
            case StemSelection.AndResidual all -> all.stems();
            case StemSelection.Two two -> List.of(two.stem());
        };
        if (papers.disagreement() && separating.settings().shifts() < 2) {
            throw new IllegalArgumentException("%d passes cannot disagree".formatted(separating.settings().shifts()));
        }
        List<String> stems = separating.bag().stems();
        for (String stem : wanted) {
            if (!stems.contains(stem)) {
                throw new IllegalArgumentException("%s has no stem \"%s\"; it has %s."
                        .formatted(separating.bag().name(), stem, String.join(", ", stems)));
            }
        }
    }

    /// What its speed depends on; empty if nobody knows.
    Optional<MachineFigures.Load> load() {
        return separating.provenance().map(it -> new MachineFigures.Load(
                bag().name(), computedStems(), it.device(), it.threads()));
    }

    ModelBag bag() {
        return separating.bag();
    }

    /// The stems that have to be computed, in the model's order.
    List<String> computedStems() {
        return switch (selection) {
            case StemSelection.Each each -> bag().stems().stream().filter(each.stems()::contains).toList();
            case StemSelection.Locked _, StemSelection.AndResidual _ -> bag().stems();
            case StemSelection.Two two -> switch (two.rest()) {
                case ADD -> bag().stems();
                case MINUS -> List.of(two.stem());
            };
        };
    }

    /// As [StemSelection#outputs].
    List<String> outputs() {
        return selection.outputs();
    }

    boolean writesAllStems() {
        return switch (selection) {
            case StemSelection.Each each -> each.stems().size() == bag().stems().size();
            case StemSelection.Locked _, StemSelection.AndResidual _ -> true;
            case StemSelection.Two _ -> false;
        };
    }

    SumLock sumLock() {
        return selection instanceof StemSelection.Locked locked ? locked.how() : new SumLock.Off();
    }
}
