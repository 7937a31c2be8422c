/// The one door to style sheets, texts, colours and fonts.
///
/// Knows neither the engine nor the window.
package dev.unbraid.ui;
