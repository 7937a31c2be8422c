package dev.unbraid.app.separate;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparationDevice.Use;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Two models of which some are installed; none of them can separate.
final class Shelf implements Separators {
    static final List<String> FOUR = List.of("drums", "bass", "other", "vocals");

    private final Set<String> installed = ConcurrentHashMap.newKeySet();

    Shelf(String... installed) {
        this.installed.addAll(List.of(installed));
    }

    @Override
    public List<SeparatorModel> models() {
        return List.of(model("htdemucs", FOUR), model("htdemucs_6s", List.of("drums", "bass", "other", "vocals", "guitar", "piano")));
    }

    private SeparatorModel model(String name, List<String> stems) {
        boolean here = installed.contains(name);
        return new SeparatorModel(name, "of " + name, stems, here, here ? 0 : 84_000_000, "for research only",
                here ? "f" : "");
    }

    @Override
    public List<SeparationDevice> devices() {
        return List.of(new SeparationDevice("auto", "CPU"), new SeparationDevice("cpu", "the processor, 2 threads, PyTorch 9"),
                new SeparationDevice("cuda:0", "a GPU: it is too old.", new Use.Impossible()),
                installed.contains("cuda:1") ? new SeparationDevice("cuda:1", "a new GPU")
                        : new SeparationDevice("cuda:1", "a new GPU: it lacks libraries.", new Use.OnceInstalled(3_682_000_000L, "NVIDIA's")));
    }

    @Override
    public ModelBag open(String model, String device) throws ModelUnavailableException {
        throw new ModelUnavailableException("%s cannot run here.".formatted(model), new IOException("a test"));
    }

    @Override
    public boolean install(String model, JobControl control) {
        installed.add(model);
        return true;
    }

    @Override
    public SeparatorModel importFile(Path file) throws IOException {
        if (!file.toString().endsWith(".th")) {
            throw new IOException("%s is no model.".formatted(file));
        }
        installed.add("htdemucs_6s");
        return models().getLast();
    }
}
