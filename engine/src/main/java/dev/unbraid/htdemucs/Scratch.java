package dev.unbraid.htdemucs;

import dev.unbraid.vector.Attention;

/// Room for one member of a team to work in.
final class Scratch {
    private final Room columns = new Room();
    private final Room result = new Room();
    private final Room second = new Room();
    private final Room room = new Room();
    private final Attention attention = new Attention();

    /// What a product takes.
    float[] columns(int numbers) {
        return columns.of(numbers);
    }

    /// What a product gives.
    float[] result(int numbers) {
        return result.of(numbers);
    }

    /// What another product gives.
    float[] second(int numbers) {
        return second.of(numbers);
    }

    /// What a product needs for itself.
    float[] room(int numbers) {
        return room.of(numbers);
    }

    Attention attention() {
        return attention;
    }
}
