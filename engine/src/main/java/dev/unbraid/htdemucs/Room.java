package dev.unbraid.htdemucs;

/// Numbers to work in, as many as anybody ever asked for. What is in it lasts until it is asked for again.
final class Room {
    private float[] values = {};

    float[] of(int numbers) {
        if (values.length < numbers) {
            values = new float[numbers];
        }
        return values;
    }
}
