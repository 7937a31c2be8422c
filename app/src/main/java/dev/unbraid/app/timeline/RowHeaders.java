package dev.unbraid.app.timeline;

import dev.unbraid.project.LaneId;

import java.util.function.Function;
import javafx.scene.Node;

/// Makes what stands beside rows, 232 pixels wide; asked once for each row.
///
/// @param lane         of a lane
/// @param difference   of how a stem differs from what it was
/// @param disagreement of what the passes disagreed in that made a stem
public record RowHeaders(
        Function<LaneId, Node> lane, Function<LaneId, Node> difference, Function<LaneId, Node> disagreement) {}
