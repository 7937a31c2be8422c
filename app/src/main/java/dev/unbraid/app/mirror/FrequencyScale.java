package dev.unbraid.app.mirror;

/// How frequencies go up a spectrogram.
public enum FrequencyScale { LINEAR, LOG, MEL }
