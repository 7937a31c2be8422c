/// Whether stems add up to their mix: the lock, what is left over, and how much it is.
///
/// Knows neither who shows it nor what separates.
package dev.unbraid.app.sum;
