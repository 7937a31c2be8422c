package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.CursorSet;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.app.timeline.layer.Layer;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.overview.TileKey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A header, a picture beside it, what is written into the picture, and a line below.
abstract sealed class Row extends Region permits LaneRow, DisagreementRow, StemMapRow {
    static final double HEADER_PX = 232;
    private static final double LINE_PX = 1;

    private final Desk desk;
    private final StackPane headerCell = new StackPane();
    private final Picture picture = new Picture();
    private final FrequencyLabels labels = new FrequencyLabels();
    private final RowEdge edge;
    private final CursorSet spectrograms;
    private List<Growth> growing = List.of();
    private double scale = 1;

    Row(Desk desk, Gathering gathering, RowEdge.Listener resizing) {
        this.desk = desk;
        headerCell.getStyleClass().add("timeline-header-cell");
        edge = new RowEdge(resizing);
        spectrograms = new CursorSet(desk.tiles()::find, gathering);
        getStyleClass().add("timeline-row");
        setSnapToPixel(true);
        getChildren().addAll(picture.view(), labels, headerCell, edge);
    }

    Desk desk() {
        return desk;
    }

    void setHeader(Node header) {
        headerCell.getChildren().setAll(header);
    }

    Picture picture() {
        return picture;
    }

    FrequencyLabels labels() {
        return labels;
    }

    CursorSet spectrograms() {
        return spectrograms;
    }

    Optional<AudioAsset> sound(AssetId id) {
        return desk.session().session().sound(id);
    }

    void setScale(double screenPerUnit) {
        if (screenPerUnit != scale) {
            scale = screenPerUnit;
            requestLayout();
        }
    }

    /// The frequency axis of its picture, if it has one.
    abstract Optional<FrequencyAxis> axis();

    /// Makes its layers anew, as everything is set now.
    abstract void dress();

    /// Puts what is written into the picture in place.
    abstract void write(Columns columns, double framesPerPixel);

    void show(int background, List<Layer> layers, List<AudioAsset> sounds) {
        picture.show(background, layers);
        growing = sounds.stream().map(Growth::new).toList();
    }

    /// @return the shape of its spectrograms: they have as many rows as the picture
    CursorSet.Shape shape(FrequencyAxis axis, double sampleRate) {
        return new CursorSet.Shape(
                axis, picture.raster().height(), desk.view().spectrogramProperty().get(), sampleRate);
    }

    /// @param framesPerPixel of this row's own sound
    /// @return columns painted
    int paint(double startFrame, double framesPerPixel) {
        Columns columns = Columns.from(startFrame, framesPerPixel / scale);
        growing.forEach(it -> it.refresh(picture));
        int painted = picture.paint(columns);
        write(columns, framesPerPixel);
        return painted;
    }

    /// Whether any of its sounds still fills in.
    boolean isGrowing() {
        return growing.stream().anyMatch(it -> !it.isOver());
    }

    void tileArrived(TileKey key) {
        if (spectrograms.shows(key)) {
            double hop = key.hopFrames();
            picture.stale(key.startFrame() - hop, key.startFrame() + hop * (TileKey.COLUMNS + 1));
        }
    }

    /// Adds the tiles that the picture shows.
    void want(double startFrame, double framesPerPixel, List<TileKey> visible, List<TileKey> near) {
        Columns columns = Columns.from(startFrame, framesPerPixel / scale);
        int width = picture.raster().width();
        List<TileKey> now = spectrograms.wanted(columns, 0, width);
        visible.addAll(now);
        List<TileKey> around = new ArrayList<>(spectrograms.wanted(columns, -width / 3, width + width / 3));
        around.removeAll(now);
        near.addAll(around);
    }

    double pictureWidth() {
        return Math.max(1, getWidth() - HEADER_PX);
    }

    double pictureHeight() {
        return Math.max(1, getHeight() - LINE_PX);
    }

    @Override
    protected void layoutChildren() {
        int rows = picture.raster().height();
        headerCell.resizeRelocate(0, 0, HEADER_PX, pictureHeight());
        picture.view().relocate(HEADER_PX, 0);
        picture.resize(pictureWidth(), pictureHeight(), scale);
        labels.resizeRelocate(HEADER_PX, 0, pictureWidth(), pictureHeight());
        edge.resizeRelocate(0, getHeight() - RowEdge.HEIGHT_PX, getWidth(), RowEdge.HEIGHT_PX);
        if (picture.raster().height() != rows) {
            dress();
        }
    }
}
