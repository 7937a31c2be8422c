"""Times both sides in turn and prints what came out. Started by `segment`, which prepares what it needs."""

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy

FRAMES = 343_980
# Of the published htdemucs, as `unbraid bench` counts it.
SEGMENT_FLOP = 334.9e9
# More than this share of the machine taken by others, and the figures say more about them than about us.
QUIET = 0.05
# An OpenMP thread spins for a while after its last task; the other side must not run meanwhile.
REST_SECONDS = 1.0
# Random weights make much of little differences; what real weights make of real songs is a test's business.
LEAST_SDR = {"f32": 80, "bf16": 30, "f16": 30}


def main():
    options = arguments()
    mix = options.work / "mix.f32"
    make_mix(mix)
    peer = Side("peer", [sys.executable, "bench/peer.py", "--reference", options.reference, "--weights", options.weights,
                         "--mix", mix, "--threads", options.threads])
    ours = Side("ours", [*options.java.split("\n"), "bench/SegmentBench.java", options.weights, mix, options.threads,
                         options.precision])
    print(f"{ours.about}\n{peer.about}")
    compare(ours, peer, options)
    products = peer.products if options.precision == "f32" else None
    rounds = [measure(number, ours, peer, products) for number in range(1, options.rounds + 1)]
    report(rounds)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--java", required=True, help="command of the Java launcher with its options, one word a line")
    parser.add_argument("--reference", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="folder for the mix and the outputs")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--precision", default="f32", choices=LEAST_SDR, help="of our transformer's products")
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


class Side:
    """A process that keeps its network loaded and runs one segment whenever told to."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen([str(word) for word in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.about = self.answer("ready")

    def answer(self, word):
        for line in self.process.stdout:
            if line.startswith(word):
                return line[len(word):].strip()
        raise SystemExit(f"{self.name} ended before it said '{word}' (exit code {self.process.wait()})")

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def run(self):
        return self.measured("go", "seconds")

    def products(self):
        return self.measured("products", "flops")

    def measured(self, what, word):
        time.sleep(REST_SECONDS)
        self.say(what)
        return float(self.answer(word))

    def processor_seconds(self):
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def output(self, folder):
        file = folder / f"{self.name}.f32"
        self.say(f"write {file}")
        self.answer("written")
        return numpy.fromfile(file, dtype="<f4").astype("f8")


def make_mix(file):
    """Normalised noise with a tone: the time does not depend on what is played."""
    noise = numpy.random.default_rng(0).standard_normal((2, FRAMES)) * 0.5
    noise += numpy.sin(numpy.arange(FRAMES) * (2 * numpy.pi * 440 / 44_100))
    noise.astype("<f4").tofile(file)


def compare(ours, peer, options):
    """Warms both up, and shows that both did the same work."""
    print(f"warm-up: ours {ours.run():.2f} s, peer {peer.run():.2f} s")
    mine, theirs = ours.output(options.work), peer.output(options.work)
    sdr = 10 * numpy.log10(numpy.sum(theirs ** 2) / numpy.sum((theirs - mine) ** 2))
    print(f"our output against the peer's: SDR {sdr:.1f} dB\n")
    if not sdr > LEAST_SDR[options.precision]:
        raise SystemExit("The two sides do not compute the same thing: a comparison of their times means nothing.")


def measure(number, ours, peer, products=None):
    """One round. With products, they are measured just before and just after our segment: the machine's mood is in both."""
    machine, own = machine_seconds(), ours.processor_seconds() + peer.processor_seconds()
    begin = time.monotonic()
    before = products() if products else 0
    mine = ours.run()
    share = SEGMENT_FLOP / ((before + products()) / 2) / mine if products else None
    theirs = peer.run()
    wall = (time.monotonic() - begin) * os.cpu_count()
    own = ours.processor_seconds() + peer.processor_seconds() - own
    others = max(0.0, machine_seconds() - machine - own) / wall
    print(f"round {number}: ours {mine:.3f} s, {peer.name} {theirs:.3f} s, ratio {mine / theirs:.3f}, "
          + (f"{share:.0%} of the floor, " if share else "") +
          f"others took {100 * others:.0f} % of the machine", flush=True)
    return mine, theirs, others, share


def machine_seconds():
    """Processor time that the whole machine has spent working or lost to its host."""
    user, nice, system, _, _, irq, softirq, steal = map(int, Path("/proc/stat").read_text().split(maxsplit=9)[1:9])
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def report(rounds, peer="peer"):
    mine, theirs, others, shares = zip(*rounds)
    print("\n| seconds a segment | median | min | max |\n|---|---|---|---|")
    for name, times, places in (("ours", mine, 2), (peer, theirs, 2), ("ratio, pair by pair",
                                [a / b for a, b in zip(mine, theirs)], 3)):
        print(f"| {name} | {statistics.median(times):.{places}f} | {min(times):.{places}f} | {max(times):.{places}f} |")
    if all(shares):
        print(f"| the floor's share of ours | {statistics.median(shares):.0%} | {min(shares):.0%} | {max(shares):.0%} |")
    if max(others) > QUIET:
        print("\nThe machine was not quiet: do not quote these figures.")


if __name__ == "__main__":
    main()
