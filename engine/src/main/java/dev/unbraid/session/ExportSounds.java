package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.LaneMeter;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.MixSource;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the outputs of an export are made of, at the song's own rate.
///
/// @param range of the song
/// @param find  looks a lane's sound up
record ExportSounds(Song song, FrameRange range, Function<AssetId, Optional<AudioAsset>> find) {
    AudioSource open(ExportWish.Output output) {
        return switch (output) {
            case ExportWish.Output.Heard() ->
                    new MixSource(MixScene.of(song, find, _ -> new LaneMeter()), range);
            case ExportWish.Output.Stem _, ExportWish.Output.AllBut _ -> blend(lanes(output));
        };
    }

    private AudioSource blend(List<Lane> lanes) {
        List<AudioAsset> sounds = lanes.stream().map(this::sound).toList();
        int channels = sounds.stream().mapToInt(it -> it.spec().channels()).max().orElseThrow();
        return new BlendSource(
                new Blend(sounds.stream().map(it -> new Blend.Term(new AssetTape(it), 1)).toList()),
                new AudioSpec(sounds.getFirst().spec().sampleRate(), channels),
                range);
    }

    private List<Lane> lanes(ExportWish.Output output) {
        return switch (output) {
            case ExportWish.Output.Heard() -> List.of(song.mix());
            case ExportWish.Output.Stem(LaneId lane) -> List.of(ExportTargets.lane(song, lane));
            case ExportWish.Output.AllBut(LaneId left) ->
                    song.stems().stream().filter(it -> !it.id().equals(left)).toList();
        };
    }

    private AudioAsset sound(Lane lane) {
        return find.apply(lane.asset())
                .orElseThrow(() -> new IllegalStateException("no sound " + lane.asset()));
    }

    /// Half a song must not look whole.
    void refuseUnfinished(ExportWish.Output output) throws OutputRefusedException {
        List<Lane> lanes = lanes(output);
        if (lanes.isEmpty()) {
            throw new OutputRefusedException(OutputRefusedException.Reason.NO_OTHER_STEM, song.title());
        }
        for (Lane lane : lanes) {
            AudioAsset sound = sound(lane);
            FrameRange there = new FrameRange(
                    Math.min(range.start(), sound.frames()), Math.min(range.end(), sound.frames()));
            if (!sound.coverage().holds(there)) {
                throw new OutputRefusedException(
                        OutputRefusedException.Reason.LANE_UNFINISHED, lane.name(), song.title());
            }
        }
    }
}
