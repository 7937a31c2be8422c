/// The engine's state as JavaFX properties, changed on the JavaFX thread only, and what the features share of the view.
///
/// Knows no node: features show it, each in its own way.
package dev.unbraid.app.mirror;
