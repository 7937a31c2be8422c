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
record DecoderLayer(Convolution rewrite, List<DilatedBranch> dconv, Plane mid, Convolution transposed, int stride,
        Direction direction, Position position) {
    enum Direction { ACROSS_ROWS, ALONG_ROW }

    enum Position { INNER, LAST }

    /// @param out what the answer is added to, cut to its length; in the last layer it takes the place of what is there
    void run(Plane out, Crew crew) {
        Grid grid = mid.grid();
        mid.clearMargins();
        Grid together = rewrite.together(grid);
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
        crew.share(transposed.together(answers), (place, scratch) -> stretch(out, answers, place, scratch));
    }

    /// @param place of some rows together
    private void rewrite(Grid.Place place, Scratch scratch) {
        float[] result = rewrite.at(place, scratch);
        for (int i = 0; i < rewrite.tiles(); i++) {
            mid.putGlu(result, Tile.FIRST + i * rewrite.resultNumbers(), rewrite.place(place, i, mid.grid()), rewrite.along());
        }
    }

    /// @param place of some answers together
    private void stretch(Plane out, Grid answers, Grid.Place place, Scratch scratch) {
        float[] result = transposed.at(place, scratch);
        if (position == Position.INNER) {
            Activations.gelu(result, Tile.FIRST, transposed.tiles() * transposed.resultNumbers());
        }
        for (int i = 0; i < transposed.tiles(); i++) {
            int from = Tile.FIRST + i * transposed.resultNumbers();
            Grid.Place to = transposed.place(place, i, answers);
            switch (direction) {
                case ACROSS_ROWS -> toRows(result, from, to, out);
                case ALONG_ROW -> toRow(result, from, to, out);
            }
        }
    }

    private void toRows(float[] result, int at, Grid.Place place, Plane out) {
        for (int phase = 0; phase < stride; phase++) {
            int row = place.row() * stride - stride / 2 + phase;
            if (row < 0 || row >= out.rows()) {
                continue;
            }
            for (int c = 0; c < out.channels(); c++) {
                int to = out.at(c, row) + place.start();
                int from = at + (c * stride + phase) * Tile.WIDTH;
                switch (position) {
                    case INNER -> out.add(result, from, place.count(), to);
                    case LAST -> out.put(result, from, place.count(), to);
                }
            }
        }
    }

    private void toRow(float[] result, int at, Grid.Place place, Plane out) {
        int step = transposed.along() * stride;
        for (int c = 0; c < out.channels(); c++) {
            for (int phase = 0; phase < stride; phase++) {
                int first = place.start() * stride - stride / 2 + phase;
                int begin = first < 0 ? 1 : 0;
                int count = Math.min(place.count(), Math.ceilDiv(out.length() - first, step)) - begin;
                int from = at + (c * stride + phase) * Tile.WIDTH + begin;
                int to = out.at(c, 0) + first + begin * step;
                switch (position) {
                    case INNER -> out.addSpread(result, from, count, to, step);
                    case LAST -> out.spread(result, from, count, to, step);
                }
            }
        }
    }
}
