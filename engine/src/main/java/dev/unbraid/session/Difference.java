package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.LaneId;

/// What a stem is now minus what it was before its song was last separated: something to look at and to listen to beside
/// the document, and no part of it. A sum lock is left out on both sides, for it would hide what the networks made anew.
///
/// @param stem     the lane that it belongs to
/// @param sound    as long as the stem; exactly zero where both are the same
/// @param compared the stretch that the level is of: what was refined since, or all of the song
/// @param levelDb  root of the mean square of the difference against that of the stem as it is now, over all channels of
///                 the stretch; minus infinity where not a bit differs, plus infinity where the stem is silent now
public record Difference(LaneId stem, AssetId sound, FrameRange compared, double levelDb) {
    private static final int BLOCK = 1 << 14;

    public boolean isIdentical() {
        return levelDb == Double.NEGATIVE_INFINITY;
    }

    static double levelDb(AudioAsset difference, AudioAsset now, FrameRange range) {
        double rest = meanSquare(difference, range);
        return rest == 0 ? Double.NEGATIVE_INFINITY : Decibels.ofPower(rest / meanSquare(now, range));
    }

    private static double meanSquare(AudioAsset sound, FrameRange range) {
        float[][] planes = new float[sound.spec().channels()][BLOCK];
        double energy = 0;
        for (long at = range.start(); at < range.end(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.end() - at);
            sound.read(at, planes, 0, count);
            for (float[] plane : planes) {
                for (int i = 0; i < count; i++) {
                    energy += (double) plane[i] * plane[i];
                }
            }
        }
        return energy / planes.length;
    }
}
