/// Paints sound into pixels, column by column, and nothing else: no nodes, no gestures, no change of the document.
package dev.unbraid.app.timeline.layer;
