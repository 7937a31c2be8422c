package dev.unbraid.htdemucs;

import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.TensorData;
import dev.unbraid.compute.BatchSize;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ScriptModule;
import dev.unbraid.compute.Tensor;
import dev.unbraid.compute.TorchEngine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// HTDemucs on a device, ready to take segments apart.
public final class HtDemucsModel implements SpecifiedModel {
    private final HtDemucsSpec spec;
    private final ScriptModule module;

    private HtDemucsModel(HtDemucsSpec spec, ScriptModule module) {
        this.spec = spec;
        this.module = module;
    }

    /// How much goes through the network at a time.
    ///
    /// @param blockNumbers as [HtDemucsScript#archive] takes it
    /// @param batch        segments
    record Portions(int blockNumbers, BatchSize batch) {}

    /// In float32 throughout.
    public static HtDemucsModel load(TorchEngine engine, ComputeDevice device, Checkpoint checkpoint)
            throws CheckpointException {
        return load(engine, device, Precision.FLOAT32, checkpoint);
    }

    /// Checks the checkpoint against its own hyper-parameters and loads it.
    ///
    /// @param precision of the transformer's products, which are three fifths of the arithmetic; everything else is float32
    /// @throws CheckpointException naming the tensor or the option that does not fit
    public static HtDemucsModel load(TorchEngine engine, ComputeDevice device, Precision precision, Checkpoint checkpoint)
            throws CheckpointException {
        return load(engine, device, precision, checkpoint,
                new Portions(HtDemucsScript.BLOCK_NUMBERS, new BatchSize(() -> engine.freeBytes(device))));
    }

    /// With other portions, which small networks need to have more than one, and processors to have larger ones.
    static HtDemucsModel load(TorchEngine engine, ComputeDevice device, Precision precision, Checkpoint checkpoint,
            Portions portions) throws CheckpointException {
        if (!checkpoint.architecture().equals("HTDemucs")) {
            throw new CheckpointException("This is a checkpoint of %s; Unbraid runs HTDemucs."
                    .formatted(checkpoint.architecture()));
        }
        HtDemucsSpec spec = HtDemucsSpecReader.read(checkpoint.arguments());
        HtDemucsWeights.check(spec, checkpoint);
        ScriptModule module = new ScriptModule(engine, device,
                HtDemucsScript.archive(spec, precision, portions.blockNumbers()), portions.batch(),
                checkpoint.tensors().values().stream().map(data -> Map.entry(data.name(), tensor(data))));
        return new HtDemucsModel(spec, module);
    }

    @Override
    public HtDemucsSpec spec() {
        return spec;
    }

    @Override
    public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
        return separateUnless(List.of(mix), calledOff).map(List::getFirst);
    }

    @Override
    public int batch() {
        return module.batch();
    }

    @Override
    public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
        return module.run("forward", mixes.stream().map(this::batchOfOne).toList(), calledOff)
                .map(answers -> answers.stream().map(Tensor::values).toList());
    }

    /// Every module's output by its name in the reference, and `output`: for comparing module by module.
    ///
    /// @param mix `[channels, frames]`, of any length that the specification allows
    public Map<String, Tensor> trace(float[] mix) {
        return module.runForMap("trace", batchOfOne(mix));
    }

    /// Writes network and weights as one TorchScript file, float32; `forward` takes `[batch, channels, segmentFrames]`,
    /// normalised as for [#separate], and answers `[batch, stems, channels, segmentFrames]`.
    public void writeTorchScript(OutputStream out) throws IOException {
        module.writeStandalone(out, weights -> HtDemucsScript.standalone(spec, weights));
    }

    @Override
    public void close() {
        module.close();
    }

    private Tensor batchOfOne(float[] mix) {
        return new Tensor(mix, List.of(1L, (long) channels(), (long) mix.length / channels()));
    }

    private static Tensor tensor(TensorData data) {
        return new Tensor(data.toFloats(), data.shape().stream().map(Integer::longValue).toList());
    }
}
