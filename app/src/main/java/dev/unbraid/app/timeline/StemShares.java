package dev.unbraid.app.timeline;

import dev.unbraid.project.Lane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which stem has how much of some energy, the largest first.
record StemShares(List<Share> shares) {
    static final StemShares NONE = new StemShares(List.of());

    /// @param percent 1 to 100
    record Share(Lane stem, int percent) {}

    StemShares {
        shares = List.copyOf(shares);
    }

    /// @param powers linear, one per stem
    static StemShares of(List<Lane> stems, double[] powers) {
        double all = 0;
        for (double power : powers) {
            all += power;
        }
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < powers.length; i++) {
            int percent = all > 0 ? (int) Math.round(100 * powers[i] / all) : 0;
            if (percent > 0) {
                shares.add(new Share(stems.get(i), percent));
            }
        }
        shares.sort(Comparator.comparingInt(Share::percent).reversed());
        return new StemShares(shares);
    }
}
