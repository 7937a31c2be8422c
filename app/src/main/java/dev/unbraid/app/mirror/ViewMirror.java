package dev.unbraid.app.mirror;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.ThemeColours;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How the document is looked at: shared by timeline, inspector and menus, and no part of the document.
public final class ViewMirror {
    /// How high the lanes are at first that show how stems differ from what they were.
    public static final int USUAL_DIFFERENCE_PX = 92;
    /// How high those are at first that show what passes disagreed in.
    public static final int USUAL_DISAGREEMENT_PX = 76;

    private final ObjectProperty<ThemeColours> theme = new SimpleObjectProperty<>(ThemeColours.DARK);
    private final ObjectProperty<SpectrogramSettings> spectrogram = new SimpleObjectProperty<>(SpectrogramSettings.USUAL);
    private final ObjectProperty<FrequencyScale> frequencyScale = new SimpleObjectProperty<>(FrequencyScale.LOG);
    private final ObjectProperty<FollowMode> followMode = new SimpleObjectProperty<>(FollowMode.PAGE);
    private final ObjectProperty<Optional<FrameRange>> selection = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<BoxSelection>> box = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LaneId>> selectedLane = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty colourMap = new SimpleStringProperty("magma");
    private final DoubleProperty lowestHz = new SimpleDoubleProperty(40);
    private final DoubleProperty highestHz = new SimpleDoubleProperty(18_000);
    private final DoubleProperty lowestDb = new SimpleDoubleProperty(-88);
    private final DoubleProperty highestDb = new SimpleDoubleProperty(-10);
    private final DoubleProperty boostDb = new SimpleDoubleProperty(0);
    private final BooleanProperty stemMapShown = new SimpleBooleanProperty(true);
    private final BooleanProperty inspectorShown = new SimpleBooleanProperty(true);
    private final BooleanProperty waveformInDecibels = new SimpleBooleanProperty(false);
    private final ObjectProperty<LaneView> differenceView = new SimpleObjectProperty<>(LaneView.OVERLAY);
    private final IntegerProperty differenceHeightPx = new SimpleIntegerProperty(USUAL_DIFFERENCE_PX);
    private final IntegerProperty disagreementHeightPx = new SimpleIntegerProperty(USUAL_DISAGREEMENT_PX);
    private final BooleanProperty channelsMixed = new SimpleBooleanProperty(false);

    public ObjectProperty<ThemeColours> themeProperty() {
        return theme;
    }

    public ObjectProperty<SpectrogramSettings> spectrogramProperty() {
        return spectrogram;
    }

    public ObjectProperty<FrequencyScale> frequencyScaleProperty() {
        return frequencyScale;
    }

    public ObjectProperty<FollowMode> followModeProperty() {
        return followMode;
    }

    /// The selected stretch of the active song.
    public ObjectProperty<Optional<FrameRange>> selectionProperty() {
        return selection;
    }

    public ObjectProperty<Optional<BoxSelection>> boxProperty() {
        return box;
    }

    public ObjectProperty<Optional<LaneId>> selectedLaneProperty() {
        return selectedLane;
    }

    /// magma, viridis, inferno, roseus, grey or grey-inverted.
    public StringProperty colourMapProperty() {
        return colourMap;
    }

    public DoubleProperty lowestHzProperty() {
        return lowestHz;
    }

    public DoubleProperty highestHzProperty() {
        return highestHz;
    }

    /// What is black.
    public DoubleProperty lowestDbProperty() {
        return lowestDb;
    }

    /// What is brightest.
    public DoubleProperty highestDbProperty() {
        return highestDb;
    }

    /// Added per decade above 1 kHz.
    public DoubleProperty boostDbProperty() {
        return boostDb;
    }

    /// What all lanes show that show how stems differ from what they were.
    public ObjectProperty<LaneView> differenceViewProperty() {
        return differenceView;
    }

    /// How high all of those are.
    public IntegerProperty differenceHeightPxProperty() {
        return differenceHeightPx;
    }

    /// How high all lanes are that show what passes disagreed in.
    public IntegerProperty disagreementHeightPxProperty() {
        return disagreementHeightPx;
    }

    public BooleanProperty stemMapShownProperty() {
        return stemMapShown;
    }

    public BooleanProperty inspectorShownProperty() {
        return inspectorShown;
    }

    public BooleanProperty waveformInDecibelsProperty() {
        return waveformInDecibels;
    }

    /// Whether a waveform shows one curve for all channels.
    public BooleanProperty channelsMixedProperty() {
        return channelsMixed;
    }
}
