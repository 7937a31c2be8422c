package dev.unbraid.demo;

/// An electric piano by frequency modulation: a mellow bar and a short bright tine, swaying from side to side.
final class ElectricPiano {
    void play(Stereo stem) {
        for (Note note : Song.piano()) {
            double[] sound = sound(note);
            int start = Song.TEMPO.frame(note.beat());
            for (int i = 0; i < sound.length && start + i < stem.frames(); i++) {
                double sway = 0.35 * Math.sin(2 * Math.PI * 4.1 * (start + i) / Tempo.SAMPLE_RATE);
                stem.left()[start + i] += 0.16 * sound[i] * (1.2 + sway);
                stem.right()[start + i] += 0.16 * sound[i] * (0.8 - sway);
            }
        }
    }

    private static double[] sound(Note note) {
        double held = Song.TEMPO.seconds(note.beats());
        double[] out = new double[Tempo.frames(held + 0.35)];
        double turn = 2 * Math.PI * note.hertz();
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / Tempo.SAMPLE_RATE;
            double bar = Math.sin(turn * t + 1.5 * note.velocity() * Math.exp(-t / 0.55) * Math.sin(turn * t));
            double tine = Math.sin(turn * t + 0.5 * Math.exp(-t / 0.09) * Math.sin(turn * 14 * t));
            double release = t > held ? Math.exp(-(t - held) / 0.07) : 1;
            out[i] = note.velocity() * (0.7 * bar * Math.exp(-t / 1.3) + 0.4 * tine * Math.exp(-t / 0.5))
                    * Math.min(1, t / 0.002) * release;
        }
        return out;
    }
}
