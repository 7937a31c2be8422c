/// Writing stems and mixes to files: what, as what, where, under which names.
///
/// Knows no samples: the session writes.
package dev.unbraid.app.exporting;
