package dev.unbraid.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// Renders the demo song into a folder: `mixture.wav` and the four true stems that add up to it.
public final class RenderDemo {
    private static final long SEED = 2026;
    private static final double MASTER_GAIN = 0.39;

    private RenderDemo() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Stereo> stems = new LinkedHashMap<>();
        stems.put("drums", drums());
        stems.put("bass", bass());
        stems.put("other", other());
        stems.put("vocals", vocals());
        Stereo mix = Mixdown.finish(stems, MASTER_GAIN);
        for (var stem : stems.entrySet()) WavFile.writeStem(folder.resolve(stem.getKey() + ".wav"), stem.getValue());
        WavFile.writeMix(folder.resolve("mixture.wav"), mix, new Random(SEED));
    }

    private static Stereo drums() {
        Stereo stem = empty();
        new Drummer(new Random(SEED + 1), stem).play();
        return inRoom(stem, new Reverb(0.5, 0.25), 0.32, 0.85);
    }

    private static Stereo bass() {
        Stereo stem = empty();
        new BassGuitar(new Random(SEED + 2)).play(stem);
        return stem;
    }

    private static Stereo other() {
        Stereo stem = empty();
        new ElectricPiano().play(stem);
        new SteelGuitar(new Random(SEED + 3)).play(stem);
        return inRoom(stem, new Reverb(0.9, 0.35), 0.25, 1.28);
    }

    private static Stereo vocals() {
        Stereo stem = empty();
        double[] voice = new Singer(new Random(SEED + 4)).sing(Song.vocals(), stem.frames());
        Biquad.highPass(110, 0.7).applyTo(voice);
        Leveller.level(voice, 0.12, 3);
        stem.add(voice, 0, 1, 0);
        return inRoom(stem, new Reverb(1.2, 0.3), 0.35, 0.90);
    }

    private static Stereo inRoom(Stereo dry, Reverb room, double wet, double gain) {
        Stereo sound = empty();
        sound.add(dry, gain);
        sound.add(room.answer(dry), gain * wet);
        return sound;
    }

    private static Stereo empty() {
        return Stereo.silence(Tempo.frames(Song.SECONDS));
    }
}
