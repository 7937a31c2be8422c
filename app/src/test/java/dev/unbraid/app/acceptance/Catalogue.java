package dev.unbraid.app.acceptance;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The program's own models, none of them installed, without PyTorch: to be asked for devices it would unpack itself.
final class Catalogue implements Separators {
    private final Separators real;

    Catalogue(Home home) {
        real = home.engine().separators();
    }

    @Override
    public List<SeparatorModel> models() throws IOException {
        return real.models();
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of(new SeparationDevice("auto", "the processor"));
    }

    @Override
    public ModelBag open(String model, String device) throws ModelUnavailableException {
        throw new ModelUnavailableException(model + " is not installed", new IllegalStateException(device));
    }

    @Override
    public boolean install(String model, JobControl control) throws IOException {
        throw new IOException("nothing is downloaded in tests");
    }

    @Override
    public SeparatorModel importFile(Path file) throws IOException {
        return real.importFile(file);
    }
}
