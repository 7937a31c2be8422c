package dev.unbraid.app.controls;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A machine without models.
public final class NoModels implements Separators {
    @Override
    public List<SeparatorModel> models() {
        return List.of();
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of();
    }

    @Override
    public ModelBag open(String model, String device) throws ModelUnavailableException {
        throw new ModelUnavailableException("no model here", new IOException(model));
    }

    @Override
    public boolean install(String model, JobControl control) throws IOException {
        throw new IOException("no model here");
    }

    @Override
    public SeparatorModel importFile(Path file) throws IOException {
        throw new IOException("no model here");
    }
}
