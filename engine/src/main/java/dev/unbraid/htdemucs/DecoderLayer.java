package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.Tile;

import java.util.List;

/// A layer of a decoder: convolution with context to twice the channels, GLU, DConv, transposed convolution, GELU but in the
/// last.
///
/// @param rewrite    of what comes in, with the skip in it
/// @param mid        what the rewrite and DConv make, in a room that all layers work in
/// @param transposed of `mid`, as a convolution over two neighbours, whose answers are `[channels, stride]`
/// @param direction  in which the transposed convolution stretches
record DecoderLayer(ContextConvolution rewrite, List<DilatedBranch> dconv, Plane mid, Convolution transposed, int stride,
        Direction direction, Position position) {
    enum Direction { ACROSS_ROWS, ALONG_ROW }

    enum Position { INNER, LAST }

    /// @param out what the answer is added to, cut to its length; in the last layer it takes the place of what is there
    void run(Plane out, Crew crew) {
        Grid grid = mid.grid();
        mid.clearMargins();
        Grid together = new Grid(grid.rows() / rewrite.rows(), grid.length());
        if (crew.takesRowsOf(together)) {
            crew.team().share(together.rows(), (member, rows) -> {
                Scratch scratch = crew.scratch(member);
                together.row(rows, place -> rewrite(place, scratch));
                for (int row = rows * rewrite.rows(); row < (rows + 1) * rewrite.rows(); row++) {
                    for (DilatedBranch depth : dconv) {
                        depth.addToRow(row, scratch);
                    }
                }
            });
        } else {
            crew.share(together, this::rewrite);
            dconv.forEach(depth -> depth.addTo(crew));
        }
        Grid answers = switch (direction) {
            case ACROSS_ROWS -> new Grid(mid.rows() + 1, mid.length());
            case ALONG_ROW -> new Grid(1, mid.length() + 1);
        };
        crew.share(answers, (place, scratch) -> stretch(out, place, scratch));
    }

    /// @param place of some rows together
    private void rewrite(Grid.Place place, Scratch scratch) {
        float[] result = rewrite.at(place, scratch);
        for (int i = 0; i < rewrite.rows(); i++) {
            mid.putGlu(result, Tile.FIRST + i * rewrite.resultNumbers(),
                    new Grid.Place(place.row() * rewrite.rows() + i, place.start(), place.count()));
        }
    }

    private void stretch(Plane out, Grid.Place place, Scratch scratch) {
        float[] result = transposed.at(place, scratch);
        if (position == Position.INNER) {
            Activations.gelu(result, Tile.FIRST, transposed.channels() * Tile.WIDTH);
        }
        switch (direction) {
            case ACROSS_ROWS -> toRows(result, place, out);
            case ALONG_ROW -> toRow(result, place, out);
        }
    }

    private void toRows(float[] result, Grid.Place place, Plane out) {
        for (int phase = 0; phase < stride; phase++) {
            int row = place.row() * stride - stride / 2 + phase;
            if (row < 0 || row >= out.rows()) {
                continue;
            }
            for (int c = 0; c < out.channels(); c++) {
                int to = out.at(c, row) + place.start();
                int from = Tile.FIRST + (c * stride + phase) * Tile.WIDTH;
                switch (position) {
                    case INNER -> out.add(result, from, place.count(), to);
                    case LAST -> out.put(result, from, place.count(), to);
                }
            }
        }
    }

    private void toRow(float[] result, Grid.Place place, Plane out) {
        for (int c = 0; c < out.channels(); c++) {
            for (int phase = 0; phase < stride; phase++) {
                int first = place.start() * stride - stride / 2 + phase;
                int from = Tile.FIRST + (c * stride + phase) * Tile.WIDTH;
                int begin = first < 0 ? 1 : 0;
                int end = Math.min(place.count(), Math.ceilDiv(out.length() - first, stride));
                spread(result, from + begin, end - begin, out.values(), out.at(c, 0) + first + begin * stride);
            }
        }
    }

    /// To every so many numbers.
    private void spread(float[] from, int fromAt, int count, float[] to, int toAt) {
        switch (position) {
            case INNER -> {
                for (int i = 0; i < count; i++) {
                    to[toAt + i * stride] += from[fromAt + i];
                }
            }
            case LAST -> {
                for (int i = 0; i < count; i++) {
                    to[toAt + i * stride] = from[fromAt + i];
                }
            }
        }
    }
}
