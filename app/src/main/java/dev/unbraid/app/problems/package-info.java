/// From failures to sentences, and where the user reads them: the one switch over exception types, and the cards that
/// show what it says.
///
/// Knows no feature; they hand their failures over.
package dev.unbraid.app.problems;
