/// Taking a song apart: which model, which stems, how thoroughly, on which device; and getting a model that is missing.
///
/// Knows no stem lane and no progress of a separation: the session makes the one, the tasks show the other.
package dev.unbraid.app.separate;
