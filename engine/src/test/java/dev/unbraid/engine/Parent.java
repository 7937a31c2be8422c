package dev.unbraid.engine;

import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.worker.WorkerModel;

import java.nio.file.Files;
import java.nio.file.Path;

/// A process that separates with a worker until somebody kills it.
final class Parent {
    private Parent() {}

    /// @param args where the worker's files go, and a file to be made when the worker is at work
    public static void main(String[] args) throws Exception {
        WorkerModel.Wish wish = new WorkerModel.Wish(MiniatureWorkers.checkpoint(), new ComputeChoice(DeviceChoice.parse("cpu"), new PrecisionChoice.Exactly(Precision.FLOAT32), 1));
        try (SegmentModel network = WorkerModel.open(MiniatureWorkers.in(Path.of(args[0])), wish)) {
            float[] mix = new float[network.channels() * network.segmentFrames()];
            network.separate(mix);
            Files.createFile(Path.of(args[1]));
            while (true) {
                network.separate(mix);
            }
        }
    }
}
