package dev.unbraid.worker;

import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;

import java.util.List;

/// The networks that a worker hosts, one at a time. Called on one thread.
public interface Networks {
    /// Loads whatever runs them.
    @FunctionalInterface
    interface Start {
        Networks start() throws DeviceUnavailableException;
    }

    Devices devices();

    /// How fast the device multiplies matrices: floating-point operations a second.
    ///
    /// @throws DeviceUnavailableException if what measures it cannot be loaded
    double flopPerSecond(Footing footing) throws DeviceUnavailableException;

    /// @throws ModelUnavailableException if its files or the device are not as they should be
    SegmentModel open(Opening opening) throws ModelUnavailableException;
}
