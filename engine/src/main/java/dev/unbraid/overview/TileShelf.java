package dev.unbraid.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Made tiles within a budget of memory. Any thread looks; one at a time puts.
final class TileShelf {
    /// Room made at once is room not to be made at every tile.
    private static final double KEPT_SHARE = 0.9;

    private final long budgetBytes;
    private final Map<TileKey, Place> places = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    private static final class Place {
        final MadeTile made;
        /// Made once: it is handed out many times a frame.
        final Optional<SpectrogramTile> answer;
        volatile long usedAt;

        Place(MadeTile made) {
            this.made = made;
            answer = Optional.of(made.tile());
            usedAt = System.nanoTime();
        }
    }

    TileShelf(long budgetBytes) {
        this.budgetBytes = budgetBytes;
    }

    Optional<SpectrogramTile> find(TileKey key) {
        Place place = places.get(key);
        if (place == null) {
            return Optional.empty();
        }
        place.usedAt = System.nanoTime();
        return place.answer;
    }

    /// What is there, not counted as use; if nothing, a tile without columns.
    MadeTile peek(TileKey key) {
        Place place = places.get(key);
        return place == null ? MadeTile.none(key) : place.made;
    }

    /// @param kept tiles that are not to go, whatever their age
    void put(MadeTile made, Set<TileKey> kept) {
        Place before = places.put(made.tile().key(), new Place(made));
        long freed = before == null ? 0 : before.made.bytes();
        if (bytes.addAndGet(made.bytes() - freed) > budgetBytes) {
            makeRoom(kept);
        }
    }

    private void makeRoom(Set<TileKey> kept) {
        long goal = (long) (budgetBytes * KEPT_SHARE);
        // A use noted while sorting must not change the order.
        record Aged(TileKey key, MadeTile made, long usedAt) {}
        List<Aged> oldestFirst = places.entrySet().stream()
                .filter(it -> !kept.contains(it.getKey()))
                .map(it -> new Aged(it.getKey(), it.getValue().made, it.getValue().usedAt))
                .sorted(Comparator.comparingLong(Aged::usedAt))
                .toList();
        for (Aged oldest : oldestFirst) {
            if (bytes.get() <= goal) {
                return;
            }
            places.remove(oldest.key);
            bytes.addAndGet(-oldest.made.bytes());
        }
    }

    TileCache.Stats stats() {
        return new TileCache.Stats(places.size(), bytes.get(), budgetBytes);
    }
}
