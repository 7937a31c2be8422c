package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

/// Tiles to work in, of as many numbers as anybody ever asked for, from [Tile#FIRST] on. What is in it lasts until it is asked
/// for again.
final class Room {
    private float[] values = {};

    float[] of(int numbers) {
        if (values.length < Tile.FIRST + numbers) {
            values = Tile.room(numbers);
        }
        return values;
    }
}
