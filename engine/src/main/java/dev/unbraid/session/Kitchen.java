package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;

import java.nio.file.Path;
import java.util.concurrent.Executor;

/// What the separations of a session share.
///
/// @param work       for what lies on disk while one runs
/// @param background for what nobody waits for
record Kitchen(Separators separators, WarmNetwork network, FinishedWork cache, Path work, Executor background) {}
