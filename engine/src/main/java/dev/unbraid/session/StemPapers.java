package dev.unbraid.session;

import dev.unbraid.separation.Disagreement;
import dev.unbraid.separation.SegmentStore;
import dev.unbraid.separation.SeparationRun;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Writes what shall lie beside the stems of a file.
final class StemPapers {
    private final OutputPlan plan;
    private final SeparateRequest request;
    private final WorkFolder work;
    private final List<Publication.Finished> written = new ArrayList<>();

    StemPapers(OutputPlan plan, WorkFolder work) {
        this.plan = plan;
        request = plan.request();
        this.work = work;
    }

    /// Those that are written, still in the work folder.
    List<Publication.Finished> written() {
        return List.copyOf(written);
    }

    List<Path> targets() {
        return written.stream().map(Publication.Finished::target).toList();
    }

    /// If one is wanted and can be written.
    ///
    /// @param hash     of the input
    /// @param fellBack whether another device than that of the request did some of the work
    void recipe(List<StemExport.Written> stems, String hash, boolean fellBack) throws IOException {
        Optional<Provenance> provenance = request.separating().provenance();
        if (!request.papers().recipe() || provenance.isEmpty()) {
            return;
        }
        List<StemRecipe.Output> outputs = SideBySide.each(stems, stem -> new StemRecipe.Output(
                String.valueOf(stem.report().path().getFileName()), InputDigest.sha256(stem.file())));
        Path file = work.file("recipe.part");
        RecipeFile.write(new StemRecipe(
                new StemRecipe.Input(String.valueOf(request.input().getFileName()), hash),
                new StemRecipe.Model(request.bag().name(), provenance.get().fingerprint()),
                request.separating().settings(), request.selection(), request.sound(),
                machine(provenance.get().machine(), fellBack), provenance.get().version(), outputs), file);
        written.add(new Publication.Finished(file, plan.recipe()));
    }

    private static Provenance.Machine machine(Provenance.Machine asked, boolean fellBack) {
        return fellBack
                ? new Provenance.Machine(asked.device(), StemRecipe.MIXED, asked.precision(), asked.threads())
                : asked;
    }

    /// If it is wanted. Of a run that has finished.
    ///
    /// @return what hindered it
    Optional<Remark> disagreement(SeparationRun run, SegmentStore store, BooleanSupplier cancelled) throws IOException {
        if (!request.papers().disagreement()) {
            return Optional.empty();
        }
        Map<String, Disagreement> ofStems = new LinkedHashMap<>();
        for (String stem : request.computedStems()) {
            Optional<Disagreement> measured = run.disagreement(stem, store, cancelled);
            if (measured.isEmpty()) {
                return Optional.of(new Remark.NotCompared());
            }
            ofStems.put(stem, measured.get());
        }
        Path file = work.file("disagreement.part");
        DisagreementTable.write(ofStems, file);
        written.add(new Publication.Finished(file, plan.disagreement()));
        return Optional.empty();
    }
}
