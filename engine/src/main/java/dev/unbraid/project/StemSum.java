package dev.unbraid.project;

import dev.unbraid.audio.AssetId;

import java.util.Map;
import java.util.Optional;

/// How the stems of a song stand to its mix.
///
/// The residual is a lane beside the stems: the mix minus their sum, so that all of them together are the mix, once.
/// Stems that are locked leave nothing over, so there is no such lane then.
///
/// @param asSeparated the sounds of locked stems as the network made them; empty where they have them still
public record StemSum(SumLock lock, Map<LaneId, AssetId> asSeparated, Optional<Lane> residual) {
    public static final StemSum OPEN = new StemSum(new SumLock.Off(), Map.of(), Optional.empty());

    public StemSum {
        asSeparated = Map.copyOf(asSeparated);
        if (lock instanceof SumLock.Off != asSeparated.isEmpty()) {
            throw new IllegalArgumentException("locked stems and their former sounds come together");
        }
        if (!asSeparated.isEmpty() && residual.isPresent()) {
            throw new IllegalArgumentException("locked stems leave nothing over");
        }
    }

    public boolean isLocked() {
        return !asSeparated.isEmpty();
    }
}
