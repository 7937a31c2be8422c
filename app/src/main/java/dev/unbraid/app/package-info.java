/// Where the window is put together and started: the only place that wires.
///
/// Knows everything by name and does nothing by itself.
package dev.unbraid.app;
