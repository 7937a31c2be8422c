/// The user's preferences, one page for each part of the settings. Every change takes effect at once.
///
/// Knows no file: the owner of the settings writes them down.
package dev.unbraid.app.preferences;
