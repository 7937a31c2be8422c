package dev.unbraid.compute;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the user asked for: the best device there is, or one in particular.
public sealed interface DeviceChoice {
    /// As it is written on the command line.
    String text();

    /// Whether there are machines without it.
    boolean mayBeLacking();

    /// The first GPU that can run the network, else the processor.
    record Auto() implements DeviceChoice {
        @Override
        public String text() {
            return "auto";
        }

        @Override
        public boolean mayBeLacking() {
            return false;
        }
    }

    /// This one or none.
    record Exactly(ComputeDevice device) implements DeviceChoice {
        @Override
        public String text() {
            return device.toString();
        }

        @Override
        public boolean mayBeLacking() {
            return !(device instanceof ComputeDevice.Cpu);
        }
    }

    /// @param text `auto`, `cpu`, `cuda` or `cuda:N`
    /// @throws IllegalArgumentException with a sentence for the user
    static DeviceChoice parse(String text) {
        Matcher cuda = Pattern.compile("cuda(?::(\\d{1,3}))?").matcher(text.toLowerCase(Locale.ROOT));
        if (cuda.matches()) {
            String index = cuda.group(1);
            return new Exactly(new ComputeDevice.Cuda(index == null ? 0 : Integer.parseInt(index)));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> new Auto();
            case "cpu" -> new Exactly(new ComputeDevice.Cpu());
            default -> throw new IllegalArgumentException(
                    "\"%s\" is no device: say auto, cpu, cuda or cuda:N, N being the GPU's number.".formatted(text));
        };
    }
}
