package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;

import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Spectrogram tiles within a budget of memory, made by threads of its own for whoever looks now. Any thread may ask.
public final class TileCache implements AutoCloseable {
    /// How often a growing sound is looked at.
    private static final long REST_NANOS = 50_000_000;

    private final Function<AssetId, Optional<AudioAsset>> sounds;
    private final long budgetBytes;
    private final TileShelf shelf;
    private final List<Consumer<TileKey>> listeners = new CopyOnWriteArrayList<>();
    private final List<Thread> workers;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wished = lock.newCondition();
    /// Guarded by `lock`, as all below; in order, no more than fit the budget.
    private Set<TileKey> wishes = Set.of();
    private final Set<TileKey> busy = new HashSet<>();
    private boolean closed;

    /// What a cache holds.
    ///
    /// @param bytes of levels
    public record Stats(int tiles, long bytes, long budgetBytes) {}

    private record Task(MadeTile known, AudioAsset sound, BitSet missing, BitSet staying) {}

    /// @param sounds      looks a sound up
    /// @param budgetBytes for levels; the least recently used go first
    /// @param threads     that make tiles
    public TileCache(Function<AssetId, Optional<AudioAsset>> sounds, long budgetBytes, int threads) {
        this.sounds = sounds;
        this.budgetBytes = budgetBytes;
        shelf = new TileShelf(budgetBytes);
        workers = IntStream.range(0, threads).mapToObj(this::worker).toList();
        workers.forEach(Thread::start);
    }

    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on it; pictures just wait for sound where a system heeds it
    private Thread worker(int number) {
        return Thread.ofPlatform().daemon().priority(Thread.MIN_PRIORITY)
                .name("unbraid-tiles-" + number).unstarted(this::work);
    }

    /// What there is for `key` now, perhaps fewer columns than there could be. Never waits; takes well under a
    /// microsecond, so that a frame may ask for every tile it paints.
    public Optional<SpectrogramTile> find(TileKey key) {
        return shelf.find(key);
    }

    /// Says which tiles are looked at now, the most wanted first. Those that are missing, or whose sound has grown or
    /// changed since they were made, are made; wishes of earlier calls that are not repeated are dropped.
    ///
    /// Wishes last until the next call: tiles of a growing sound follow it, some times a second. Of more tiles than fit
    /// the budget the last are not made.
    public void want(List<TileKey> keys) {
        Set<TileKey> fitting = new LinkedHashSet<>();
        long bytes = 0;
        for (TileKey key : keys) {
            if (!fitting.contains(key)) {
                bytes += (long) TileKey.COLUMNS * key.settings().bins();
                if (bytes > budgetBytes && !fitting.isEmpty()) {
                    break;
                }
                fitting.add(key);
            }
        }
        lock.lock();
        try {
            wishes = fitting;
            wished.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Calls `listener`, on a thread of this cache, when a tile is new or has more columns.
    public void onTile(Consumer<TileKey> listener) {
        listeners.add(listener);
    }

    public Stats stats() {
        return shelf.stats();
    }

    private void work() {
        TileMaker maker = new TileMaker();
        for (Optional<Task> taken = take(); taken.isPresent(); taken = take()) {
            Task task = taken.get();
            TileKey key = task.known.tile().key();
            try {
                put(maker.grow(task.known, task.sound, task.missing, task.staying));
            } finally {
                release(key);
            }
            listeners.forEach(listener -> listener.accept(key));
        }
    }

    private void put(MadeTile made) {
        lock.lock();
        try {
            shelf.put(made, wishes);
        } finally {
            lock.unlock();
        }
    }

    private void release(TileKey key) {
        lock.lock();
        try {
            busy.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for something to make.
    ///
    /// @return empty when this is closed
    private Optional<Task> take() {
        lock.lock();
        try {
            while (!closed) {
                // Asked first: a sound that is complete by then is looked at once more.
                boolean growing = isSoundGrowing();
                Optional<Task> next = next();
                if (next.isPresent()) {
                    busy.add(next.get().known.tile().key());
                    return next;
                }
                if (growing) {
                    wished.awaitNanos(REST_NANOS);
                } else {
                    wished.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return Optional.empty();
    }

    private Optional<Task> next() {
        for (TileKey key : wishes) {
            MadeTile known = shelf.peek(key);
            if (known.isWhole() || busy.contains(key)) {
                continue;
            }
            Optional<Task> task = sounds.apply(key.asset()).flatMap(sound -> task(known, sound));
            if (task.isPresent()) {
                return task;
            }
        }
        return Optional.empty();
    }

    private Optional<Task> task(MadeTile known, AudioAsset sound) {
        boolean rests = known.caughtUp() && System.nanoTime() - known.madeAt() < REST_NANOS;
        if (rests && !sound.isComplete()) {
            return Optional.empty();
        }
        ColumnGrid grid = new ColumnGrid(known.tile().key());
        BitSet staying = grid.staying(sound);
        BitSet missing = known.missingOf(grid.ready(sound), staying);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Task(known, sound, missing, staying));
    }

    private boolean isSoundGrowing() {
        return wishes.stream().anyMatch(key -> !shelf.peek(key).isWhole()
                && sounds.apply(key.asset()).filter(sound -> !sound.isComplete()).isPresent());
    }

    /// Ends its threads, and waits for them: less than a tenth of a second as a rule.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wished.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
