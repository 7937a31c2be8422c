package dev.unbraid.faults;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.nio.file.Path;
import java.util.List;

/// [ToyNetwork] as the one model of a window.
final class ToySeparators implements Separators {
    @Override
    public List<SeparatorModel> models() {
        return List.of(new SeparatorModel(Home.MODEL, "a toy", ToyNetwork.STEMS, true, 0, "", "toy"));
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of(new SeparationDevice("cpu", "the processor"));
    }

    @Override
    public ModelBag open(String model, String device) {
        return ToyNetwork.bag();
    }

    @Override
    public boolean install(String model, JobControl control) {
        return true;
    }

    @Override
    public SeparatorModel importFile(Path file) {
        return models().getFirst();
    }
}
