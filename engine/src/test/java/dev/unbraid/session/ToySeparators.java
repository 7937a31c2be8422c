package dev.unbraid.session;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// One small model of the tests' own.
class ToySeparators implements Separators {
    private final ModelBag bag;
    private final String fingerprint;

    ToySeparators(ModelBag bag) {
        this(bag, "toy");
    }

    ToySeparators(ModelBag bag, String fingerprint) {
        this.bag = bag;
        this.fingerprint = fingerprint;
    }

    @Override
    public List<SeparatorModel> models() {
        return List.of(new SeparatorModel(bag.name(), "a toy", bag.stems(), true, 0, "", fingerprint));
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of(new SeparationDevice("cpu", "the processor"));
    }

    @Override
    public ModelBag open(String model, String device) throws ModelUnavailableException {
        return bag;
    }

    @Override
    public boolean install(String model, JobControl control) throws IOException {
        return !control.isCancelled();
    }

    @Override
    public SeparatorModel importFile(Path file) {
        return models().getFirst();
    }
}
