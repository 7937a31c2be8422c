/// The composition root: the only place that knows which network, which folders and which device go together, and
/// that the network runs in a worker process.
///
/// Knows neither window nor command line: what it has to say it answers, and prints nothing.
package dev.unbraid.engine;
