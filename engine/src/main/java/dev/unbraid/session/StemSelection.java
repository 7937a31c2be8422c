package dev.unbraid.session;

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

    /// `stem`, and all that is not `stem`.
    record Two(String stem, Rest rest) implements StemSelection {}
}
