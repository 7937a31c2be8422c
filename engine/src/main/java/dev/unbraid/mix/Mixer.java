package dev.unbraid.mix;

/// Renders a scene as stereo, from any frame, in blocks of any size.
///
/// One thread renders, without a lock or an allocation; any other may change the scene. A change of gain, pan, mute or
/// solo takes 5 ms, the step between the stems and the original 10 ms, both counted in frames from the first frame
/// rendered after the change: the size of the blocks changes no sample. A jump to another frame does not fade.
///
/// The stems are summed in double and rounded once: with neutral strips, stems that are locked to their mix are the mix,
/// sample by sample. Mono sounds go to both sides unchanged; of
/// sounds with more channels the first two are heard.
public final class Mixer {
    static final int SIDES = 2;

    private final float[][] old = new float[SIDES][Stage.BLOCK];
    private volatile Stage next;
    private Stage stage;
    private Stage leaving;
    private int leavingFrames;
    private long expected;

    /// Starts settled: nothing fades in.
    public Mixer(MixScene scene) {
        stage = new Stage(scene);
        next = stage;
        leaving = stage;
        stage.settle(0);
    }

    /// Heard from the next [#render] on. Any thread.
    public void setScene(MixScene scene) {
        next = new Stage(scene);
    }

    /// The scene that was set last. Any thread.
    public MixScene scene() {
        return next.scene();
    }

    /// Renders `count` frames from `startFrame` on into `out[side][offset ..]`; silence before and after the song.
    public void render(long startFrame, float[][] out, int offset, int count) {
        if (startFrame != expected) {
            stage.jump(startFrame);
            leavingFrames = 0;
        }
        expected = startFrame + count;
        enter(startFrame);
        for (int done = 0; done < count; ) {
            int run = Math.min(Stage.BLOCK, count - done);
            stage.render(startFrame + done, out, offset + done, run);
            if (leavingFrames > 0) {
                fadeOut(startFrame + done, out, offset + done, run);
            }
            done += run;
        }
    }

    /// Ends all ramps at once: what is rendered next, from `frame` on, sounds as if the scene had never changed.
    public void settle(long frame) {
        stage = next;
        leaving = stage;
        leavingFrames = 0;
        expected = frame;
        stage.settle(frame);
    }

    /// Lets the meters fall: nothing is rendered for a while.
    public void rest() {
        stage.rest();
    }

    private void enter(long frame) {
        Stage entering = next;
        if (entering == stage) {
            return;
        }
        if (!entering.continueFrom(stage)) {
            leaving = stage;
            leavingFrames = stage.fadeFrames();
            entering.jump(frame);
        }
        stage = entering;
    }

    private void fadeOut(long frame, float[][] out, int offset, int run) {
        int count = Math.min(run, leavingFrames);
        leaving.render(frame, old, 0, count);
        int length = leaving.fadeFrames();
        for (int side = 0; side < SIDES; side++) {
            float[] plane = out[side];
            for (int i = 0; i < count; i++) {
                float weight = (float) (leavingFrames - i) / length;
                plane[offset + i] = plane[offset + i] * (1 - weight) + old[side][i] * weight;
            }
        }
        leavingFrames -= count;
    }
}
