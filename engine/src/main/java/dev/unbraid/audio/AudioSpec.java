package dev.unbraid.audio;

/// Sample rate in hertz and number of channels of a stream.
public record AudioSpec(int sampleRate, int channels) {
    public AudioSpec {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("sample rate " + sampleRate);
        }
        if (channels < 1) {
            throw new IllegalArgumentException("channels " + channels);
        }
    }

    public AudioSpec withSampleRate(int rate) {
        return new AudioSpec(rate, channels);
    }

    public AudioSpec withChannels(int count) {
        return new AudioSpec(sampleRate, count);
    }
}
