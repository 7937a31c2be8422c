package dev.unbraid.project;

/// What a lane shows.
public enum LaneView { WAVEFORM, SPECTROGRAM, OVERLAY }
