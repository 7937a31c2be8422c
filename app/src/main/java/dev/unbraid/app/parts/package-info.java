/// Small controls that several features show: chips, segments, panels that drop out, dialogs' stages.
///
/// Knows no feature, no session and no texts: what they say is told them.
package dev.unbraid.app.parts;
