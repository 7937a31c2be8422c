package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.Tile;

import java.util.List;

/// A layer of an encoder: strided convolution, GELU, DConv, 1x1 to twice the channels, GLU.
///
/// @param conv      answers rows in pairs, and there are no odd ones: bins and strides are powers of two
/// @param rewrite   of `out`
/// @param embedding `[rows, channels]`, added at the end; empty: none
/// @param out       what it makes
@SuppressWarnings("ArrayRecordComponent") // read once per tile
record EncoderLayer(Convolution conv, List<DilatedBranch> dconv, Convolution rewrite, float[] embedding, Plane out) {
    void run(Crew crew) {
        Grid together = conv.together(out.grid());
        if (crew.takesRowsOf(together)) {
            crew.team().share(together.rows(), (member, rows) -> {
                Scratch scratch = crew.scratch(member);
                together.row(rows, place -> convolve(place, scratch));
                for (int row = rows * conv.rows(); row < (rows + 1) * conv.rows(); row++) {
                    finish(row, scratch);
                }
            });
        } else {
            crew.share(together, this::convolve);
            finish(crew);
        }
    }

    /// @param place of some answers together
    private void convolve(Grid.Place place, Scratch scratch) {
        float[] result = conv.at(place, scratch);
        Activations.gelu(result, Tile.FIRST, conv.tiles() * conv.resultNumbers());
        for (int i = 0; i < conv.tiles(); i++) {
            out.put(result, Tile.FIRST + i * conv.resultNumbers(), conv.place(place, i, out.grid()), conv.along());
        }
    }

    private void finish(Crew crew) {
        Grid grid = out.grid();
        if (crew.takesRowsOf(grid)) {
            crew.team().share(grid.rows(), (member, row) -> finish(row, crew.scratch(member)));
        } else {
            dconv.forEach(depth -> depth.addTo(crew));
            crew.share(grid, this::rewrite);
        }
    }

    private void finish(int row, Scratch scratch) {
        dconv.forEach(depth -> depth.addToRow(row, scratch));
        out.grid().row(row, place -> rewrite(place, scratch));
    }

    private void rewrite(Grid.Place place, Scratch scratch) {
        float[] result = rewrite.at(place, scratch);
        out.putGlu(result, Tile.FIRST, place, 1);
        embed(place);
    }

    private void embed(Grid.Place place) {
        int channels = embedding.length / out.rows();
        for (int c = 0; c < channels; c++) {
            float value = embedding[place.row() * channels + c];
            int at = out.at(c, place);
            for (int i = at; i < at + place.count(); i++) {
                out.values()[i] += value;
            }
        }
    }
}
