/// Small controls, and values as text, that several features are built of.
///
/// Knows the document's values and the mirrors, but no feature.
package dev.unbraid.app.controls;
