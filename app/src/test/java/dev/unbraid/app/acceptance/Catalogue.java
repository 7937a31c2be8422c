package dev.unbraid.app.acceptance;

import dev.unbraid.engine.Engine;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The models of an engine, its networks in miniature and without PyTorch: to be asked for devices it would unpack itself.
final class Catalogue implements Separators {
    private final Separators real;

    Catalogue(Engine engine) {
        real = engine.separators();
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
    public ModelBag open(String model, String device) {
        return Miniature.swift().open(model, device);
    }

    @Override
    public boolean install(String model, JobControl control) throws IOException {
        return real.install(model, control);
    }

    @Override
    public SeparatorModel importFile(Path file) throws IOException {
        return real.importFile(file);
    }
}
