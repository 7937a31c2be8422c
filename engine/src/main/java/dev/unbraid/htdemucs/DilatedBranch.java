package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.LinearMoments;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.PackedMatrix;
import dev.unbraid.vector.Tile;

import java.util.List;

/// One depth of a DConv: convolution (kernel 3, dilated) to few channels, GroupNorm(1), GELU, 1x1 to twice the channels,
/// GroupNorm(1), GLU, LayerScale; added to what it was made from. The norms see one row.
///
/// The wide answer of the 1x1 is made when its mean and spread are known already, from what it is made of.
final class DilatedBranch {
    private static final int TAPS = 3;

    private final Plane x;
    private final DirectConvolution narrowing;
    private final float[] narrowWeight;
    private final float[] narrowBias;
    private final PackedMatrix widening;
    private final LinearMoments wideMoments;
    private final float[] wideWeight;
    private final float[] wideBias;

    /// @param x what it is made from and added to
    DilatedBranch(StateDict weights, String p, int dilation, Plane x) {
        this.x = x;
        narrowing = new DirectConvolution(new PackedMatrix(weights.weight(p + ".0"), weights.bias(p + ".0")),
                new Neighbourhood(Neighbourhood.Axis.POINT, new Neighbourhood.Axis(TAPS, dilation)), x);
        narrowWeight = weights.weight(p + ".1");
        narrowBias = weights.bias(p + ".1");
        widening = new PackedMatrix(weights.weight(p + ".3"), weights.bias(p + ".3"));
        wideMoments = new LinearMoments(weights.weight(p + ".3"), weights.bias(p + ".3"));
        wideWeight = weights.weight(p + ".4");
        wideBias = weights.bias(p + ".4");
        // LayerScale goes with the half that the gate multiplies.
        float[] layerScale = weights.floats(p + ".6.scale");
        for (int c = 0; c < layerScale.length; c++) {
            wideWeight[c] *= layerScale[c];
            wideBias[c] *= layerScale[c];
        }
    }

    /// Adds the branch to a row of the plane.
    void addToRow(int row, Scratch scratch) {
        int tiles = x.grid().tilesInRow();
        Row one = new Row(row, scratch.second(tiles * numbers()), new Moments[tiles]);
        for (int i = 0; i < tiles; i++) {
            narrow(one, i, scratch);
        }
        RowScale first = RowScale.norm(List.of(one.parts), narrowWeight, narrowBias);
        for (int i = 0; i < tiles; i++) {
            activate(one, i, first, scratch);
        }
        RowScale second = RowScale.norm(List.of(one.parts), wideWeight, wideBias);
        for (int i = 0; i < tiles; i++) {
            add(one, i, second, scratch);
        }
    }

    /// Adds the branch to the plane, each row's tiles shared.
    void addTo(Crew crew) {
        int tiles = x.grid().tilesInRow();
        Grid inRow = new Grid(1, x.length());
        for (int row = 0; row < x.rows(); row++) {
            Row one = new Row(row, crew.spare(tiles * numbers()), new Moments[tiles]);
            crew.share(inRow, (place, scratch) -> narrow(one, place.start() / Tile.WIDTH, scratch));
            RowScale first = RowScale.norm(List.of(one.parts), narrowWeight, narrowBias);
            crew.share(inRow, (place, scratch) -> activate(one, place.start() / Tile.WIDTH, first, scratch));
            RowScale second = RowScale.norm(List.of(one.parts), wideWeight, wideBias);
            crew.share(inRow, (place, scratch) -> add(one, place.start() / Tile.WIDTH, second, scratch));
        }
    }

    /// One row on its way through the branch.
    ///
    /// @param narrow its tiles of few channels
    /// @param parts  of the latest answer, tile by tile
    @SuppressWarnings("ArrayRecordComponent") // the room that one run works in
    private record Row(int row, float[] narrow, Moments[] parts) {}

    /// Of a tile of few channels.
    private int numbers() {
        return narrowWeight.length * Tile.WIDTH;
    }

    private int at(int tile) {
        return Tile.FIRST + tile * numbers();
    }

    private void narrow(Row row, int tile, Scratch scratch) {
        Grid.Place place = x.grid().place(row.row, tile);
        float[] result = narrowing.at(place, scratch);
        row.parts[tile] = Moments.of(result, Tile.FIRST, narrowWeight.length, place.count());
        System.arraycopy(result, Tile.FIRST, row.narrow, at(tile), numbers());
    }

    private void activate(Row row, int tile, RowScale norm, Scratch scratch) {
        norm.apply(row.narrow, at(tile));
        Activations.gelu(row.narrow, at(tile), numbers());
        row.parts[tile] = wideMoments.of(row.narrow, at(tile), x.grid().place(row.row, tile).count(),
                scratch.result(wideMoments.roomNumbers()));
    }

    private void add(Row row, int tile, RowScale norm, Scratch scratch) {
        float[] wide = scratch.result(widening.resultNumbers());
        widening.times(row.narrow, at(tile), wide);
        x.addGlu(wide, norm, x.grid().place(row.row, tile));
    }
}
