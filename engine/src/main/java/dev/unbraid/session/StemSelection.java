package dev.unbraid.session;

import dev.unbraid.project.SumLock;

import java.util.List;

/// Which files a separation makes.
public sealed interface StemSelection {
    /// How the rest beside one stem is made: the sum of the other stems, or the mix minus that stem.
    enum Rest { ADD, MINUS }

    /// One file for each of these stems.
    record Each(List<String> stems) implements StemSelection {
        public Each {
            stems = List.copyOf(stems);
            if (stems.isEmpty() || stems.stream().distinct().count() < stems.size()) {
                throw new IllegalArgumentException("stems " + stems);
            }
        }
    }

    /// One file for each of the model's stems, which add up to the mix at the model's rate to the last bit.
    ///
    /// @param how fold or spread
    record Locked(List<String> stems, SumLock how) implements StemSelection {
        public Locked {
            stems = List.copyOf(stems);
            if (how instanceof SumLock.Fold(String into) && !stems.contains(into)) {
                throw new IllegalArgumentException("%s among %s".formatted(into, stems));
            }
        }
    }

    /// One file for each of the model's stems, and one for what they leave over of the mix.
    record AndResidual(List<String> stems) implements StemSelection {
        public AndResidual {
            stems = List.copyOf(stems);
        }
    }

    /// `stem`, and all that is not `stem`.
    record Two(String stem, Rest rest) implements StemSelection {}
}
