/// The queue of songs that are taken apart one after the other: set up, watched and mended in a window of its own.
///
/// The rules are `dev.unbraid.batch`'s; here they are only shown. Knows no lanes and no document.
package dev.unbraid.app.queue;
