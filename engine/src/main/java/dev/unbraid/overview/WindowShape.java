package dev.unbraid.overview;

/// The windows that a spectrogram offers, periodic ones.
public enum WindowShape { RECTANGULAR, HANN, HAMMING, BLACKMAN_HARRIS, KAISER, GAUSSIAN }
