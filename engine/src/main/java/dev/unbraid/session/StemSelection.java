package dev.unbraid.session;

import dev.unbraid.project.Lane;
import dev.unbraid.project.SumLock;

import java.util.List;
import java.util.stream.Stream;

/// Which files a separation makes.
public sealed interface StemSelection {
    /// The names of the files to be, as `{stem}`.
    default List<String> outputs() {
        return switch (this) {
            case Each each -> each.stems();
            case Locked locked -> locked.stems();
            case AndResidual all -> Stream.concat(all.stems().stream(), Stream.of(Lane.RESIDUAL)).toList();
            case Two two -> List.of(two.stem(), "no_" + two.stem());
        };
    }

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
