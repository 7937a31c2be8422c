/// The window itself: its frame, menus, commands and keys, what can be dropped on it, and how it opens and closes.
///
/// Composes the features, which know neither it nor each other; does no feature's work.
package dev.unbraid.app.shell;
