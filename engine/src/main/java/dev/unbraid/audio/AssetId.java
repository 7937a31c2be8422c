package dev.unbraid.audio;

/// The name of a sound that this program keeps. Unique, and never used for another sound.
public record AssetId(String value) {
    public AssetId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("asset " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
