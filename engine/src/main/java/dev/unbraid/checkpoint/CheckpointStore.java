package dev.unbraid.checkpoint;

import dev.unbraid.install.PinnedFile;
import dev.unbraid.install.Sha256;
import dev.unbraid.install.StagingFolder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The installed models, one folder each: `model.json` and a safetensors file per member.
///
/// A model appears whole or not at all: it is made ready in a folder beside and moved into place. Several processes may share
/// the folder.
public final class CheckpointStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Path folder;

    /// @param folder need not exist yet
    public CheckpointStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Path path() {
        return folder;
    }

    /// @return the names of all models in the folder, damaged ones too, in order
    public List<String> names() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (NAME.matcher(name).matches() && Files.isRegularFile(entry.resolve(ModelManifest.FILE))) {
                    names.add(name);
                }
            }
        }
        names.sort(null);
        return names;
    }

    /// @return all models
    /// @throws CheckpointException if one of them is damaged; [#names()] and [#find(String)] get at the others
    public List<InstalledModel> list() throws IOException, CheckpointException {
        List<InstalledModel> models = new ArrayList<>();
        for (String name : names()) {
            find(name).ifPresent(models::add);
        }
        return models;
    }

    /// Looks at the manifest and whether the files are there, not into them; [#verify(String)] does.
    ///
    /// @return empty if no such model is installed
    /// @throws CheckpointException if it is damaged
    public Optional<InstalledModel> find(String name) throws CheckpointException {
        if (!NAME.matcher(name).matches() || !Files.exists(folder.resolve(name).resolve(ModelManifest.FILE))) {
            return Optional.empty();
        }
        Path home = folder.resolve(name);
        ModelManifest manifest = ModelManifest.read(home);
        List<Path> members = manifest.members().stream().map(member -> home.resolve(member.file().name())).toList();
        for (Path member : members) {
            if (!Files.isRegularFile(member)) {
                throw new CheckpointException("%s: the file is missing; remove the model %s and install it again".formatted(member, name));
            }
        }
        return Optional.of(new InstalledModel(name, manifest.sources(), members,
                manifest.members().stream().map(ModelManifest.Member::weights).toList(), manifest.licence(),
                manifest.fingerprint()));
    }

    /// Reads every file of an installed model and compares it with its checksum.
    ///
    /// @throws CheckpointException if the model is not installed, or a file is not what was installed
    public void verify(String name) throws CheckpointException, IOException {
        requireInstalled(name);
        Path home = folder.resolve(name);
        for (ModelManifest.Member member : ModelManifest.read(home).members()) {
            Path file = home.resolve(member.file().name());
            if (!Files.isRegularFile(file)) {
                throw new CheckpointException("%s: the file is missing; remove the model %s and install it again".formatted(file, name));
            }
            if (Files.size(file) != member.file().bytes() || !member.file().matches(Sha256.of(file))) {
                throw new CheckpointException(
                        "%s: the file is not what was installed (wrong checksum); remove the model %s and install it again".formatted(file, name));
            }
        }
    }

    /// @throws CheckpointException if no such model is installed
    public void remove(String name) throws CheckpointException, IOException {
        requireInstalled(name);
        try (StagingFolder aside = StagingFolder.in(folder)) {
            Files.move(folder.resolve(name), aside.path().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /// Deletes what installations that were killed have left, but not what can be resumed.
    public void cleanUp() throws IOException {
        StagingFolder.cleanUp(folder);
    }

    static void checkName(String name) throws CheckpointException {
        if (!NAME.matcher(name).matches()) {
            throw new CheckpointException(
                    "`%s` cannot be a model's name; use up to 64 letters, digits, `.`, `_` and `-`, beginning with a letter or digit".formatted(name));
        }
    }

    /// Writes the members in our own format and puts the model into place, instead of one of the same name.
    InstalledModel save(String name, List<String> sources, List<IncomingMember> incoming, Optional<String> licence)
            throws IOException, CheckpointException {
        checkName(name);
        cleanUp();
        try (StagingFolder staging = StagingFolder.in(folder)) {
            Path fresh = Files.createDirectory(staging.path().resolve("fresh"));
            List<ModelManifest.Member> members = new ArrayList<>();
            for (IncomingMember member : incoming) {
                Path file = fresh.resolve(member.signature() + ".safetensors");
                CheckpointWriter.write(file, member.checkpoint());
                PinnedFile written = new PinnedFile(file.getFileName().toString(), Sha256.of(file), Files.size(file));
                members.add(new ModelManifest.Member(written, member.weights(), member.from()));
            }
            new ModelManifest(sources, members, licence).write(fresh);
            Path home = folder.resolve(name);
            if (Files.exists(home)) {
                Files.move(home, staging.path().resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return find(name).orElseThrow(() -> new IOException(folder.resolve(name) + ": vanished while it was installed"));
    }

    private void requireInstalled(String name) throws CheckpointException {
        if (!NAME.matcher(name).matches() || !Files.exists(folder.resolve(name).resolve(ModelManifest.FILE))) {
            throw new CheckpointException("no model named `%s` is installed in %s".formatted(name, folder));
        }
    }
}
