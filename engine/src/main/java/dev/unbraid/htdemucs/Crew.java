package dev.unbraid.htdemucs;

import dev.unbraid.compute.Team;

import java.util.List;
import java.util.stream.Stream;

/// Threads and the room that they work in.
final class Crew implements AutoCloseable {
    private static final int ROWS_EACH = 4;

    private final Team team;
    private final List<Scratch> scratches;
    private final Room spare = new Room();

    Crew(int members) {
        team = new Team(members);
        scratches = Stream.generate(Scratch::new).limit(members).toList();
    }

    Team team() {
        return team;
    }

    Scratch scratch(int member) {
        return scratches.get(member);
    }

    /// Work on a tile.
    @FunctionalInterface
    interface Work {
        void at(Grid.Place place, Scratch scratch);
    }

    /// Works on all tiles of a grid.
    void share(Grid grid, Work work) {
        team.share(grid.runs(), (member, run) -> grid.run(run, place -> work.at(place, scratch(member))));
    }

    /// Whether a grid has rows enough for everybody to take some as a whole, through one operation after the other: then they
    /// stay in a cache of their own.
    boolean takesRowsOf(Grid grid) {
        return grid.rows() >= ROWS_EACH * team.members();
    }

    /// Room for all members together, which lasts until it is asked for again.
    float[] spare(int numbers) {
        return spare.of(numbers);
    }

    @Override
    public void close() {
        team.close();
    }
}
