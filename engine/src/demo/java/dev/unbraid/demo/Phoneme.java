package dev.unbraid.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A sound of speech as the tract and its sources must stand to make it. Formants are those of a tenor.
enum Phoneme {
    AH(0, tract(640, 1190, 2500), Source.VOWEL),
    AA(0, tract(710, 1150, 2550), Source.VOWEL),
    AE(0, tract(650, 1650, 2500), Source.VOWEL),
    EH(0, tract(540, 1750, 2530), Source.VOWEL),
    EE(0, tract(310, 2130, 2720), Source.VOWEL),
    IH(0, tract(400, 1900, 2580), Source.VOWEL),
    OH(0, tract(480, 880, 2450), Source.VOWEL),
    OO(0, tract(340, 820, 2350), Source.VOWEL),
    UH(0, tract(500, 1300, 2450), Source.VOWEL),

    L(0.075, tract(360, 1080, 2750), new Source(0.6, 0.01, 0, 0)),
    R(0.080, tract(390, 1150, 1620), new Source(0.6, 0.01, 0, 0)),
    W(0.080, tract(310, 650, 2250), new Source(0.55, 0.01, 0, 0)),
    M(0.085, nasal(270, 1050, 2200), new Source(0.55, 0, 0, 0)),
    N(0.075, nasal(280, 1500, 2550), new Source(0.55, 0, 0, 0)),
    Z(0.090, tract(290, 1700, 2600), new Source(0.40, 0.02, 0.06, 6_300)),
    DH(0.050, tract(300, 1350, 2600), new Source(0.45, 0.02, 0.03, 5_200)),
    S(0.120, tract(320, 1700, 2600), new Source(0, 0.02, 0.11, 6_600)),

    D_CLOSED(0.045, tract(220, 1700, 2650), new Source(0.12, 0, 0, 0)),
    D_BURST(0.014, tract(300, 1700, 2650), new Source(0.3, 0.05, 0.15, 4_300)),
    T_CLOSED(0.050, tract(220, 1750, 2650), Source.SILENT),
    T_BURST(0.035, tract(350, 1750, 2650), new Source(0, 0.12, 0.18, 5_000)),
    B_CLOSED(0.055, tract(200, 850, 2200), new Source(0.14, 0, 0, 0)),
    B_BURST(0.010, tract(300, 950, 2250), new Source(0.3, 0.06, 0.10, 1_200));

    /// @param f1      first formant, hertz; f2 and f3 likewise
    /// @param nasality 0 with the nose shut, 1 with the mouth shut
    record Tract(double f1, double f2, double f3, double nasality) {}

    /// What drives the tract: the vocal folds, breath through them, and noise at a narrowing of the mouth.
    record Source(double voice, double breath, double hiss, double hissHertz) {
        static final Source VOWEL = new Source(1, 0.05, 0, 0);
        static final Source SILENT = new Source(0, 0, 0, 0);
    }

    private final double seconds;
    private final Tract tract;
    private final Source source;

    Phoneme(double seconds, Tract tract, Source source) {
        this.seconds = seconds;
        this.tract = tract;
        this.source = source;
    }

    double seconds() {
        return seconds;
    }

    Tract tract() {
        return tract;
    }

    Source source() {
        return source;
    }

    boolean isVowel() {
        return seconds == 0;
    }

    /// Reads sounds parted by blanks; a stop such as `d` stands for its closure and its burst.
    static List<Phoneme> spell(String sounds) {
        return Arrays.stream(sounds.split(" ")).flatMap(sound -> switch (sound) {
            case "d" -> Stream.of(D_CLOSED, D_BURST);
            case "t" -> Stream.of(T_CLOSED, T_BURST);
            case "b" -> Stream.of(B_CLOSED, B_BURST);
            default -> Stream.of(valueOf(sound.toUpperCase(Locale.ROOT)));
        }).toList();
    }

    private static Tract tract(double f1, double f2, double f3) {
        return new Tract(f1, f2, f3, 0);
    }

    private static Tract nasal(double f1, double f2, double f3) {
        return new Tract(f1, f2, f3, 1);
    }
}
