/// Renders the bundled demo song from a written score: a small band of synthesisers and a singer made of formants.
///
/// No part of the engine: it is run by hand when the song changes, and knows nothing of the packages beside it.
package dev.unbraid.demo;
