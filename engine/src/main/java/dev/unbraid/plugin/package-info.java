/// The public interface for plugins, and nothing else.
///
/// Knows `audio` only: whatever a plugin author compiles against must stand alone.
package dev.unbraid.plugin;
