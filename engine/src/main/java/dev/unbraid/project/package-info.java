/// The document, as immutable values: songs, their lanes, how they are mixed and shown, and the edits between.
///
/// Knows no disk, clock or thread: the same edits always make the same document.
package dev.unbraid.project;
