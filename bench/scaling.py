"""Measures time and peak memory of `separate` against the length of the song. Started by `scaling`.

Prints a table of Markdown and draws both laws into an SVG file, without any library.
"""

import argparse
import array
import json
import math
import os
import random
import re
import resource
import shutil
import subprocess
import time
import wave
from pathlib import Path

RATE, CHANNELS = 44_100, 2
LEVELS = 8
# More than this share of the machine taken by others, and the times say more about them than about us.
QUIET = 0.05
UNITS = {"s": 1, "m": 60, "h": 3600}


def main():
    options = arguments()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    figures = []
    for length in options.lengths:
        song = options.work / f"{length}s.wav"
        make_song(song, length)
        figures += [measure(song, length, threads, options) for threads in options.threads]
        song.unlink()
    report(figures)
    options.plot.parent.mkdir(parents=True, exist_ok=True)
    options.plot.write_text(drawing(figures), encoding="utf-8")
    print(f"\nThe plot is in {options.plot}.")


def arguments():
    parser = argparse.ArgumentParser(prog="bench/scaling", description=__doc__.splitlines()[0])
    parser.add_argument("lengths", nargs="*", type=seconds, default=[10, 30, 60, 300], metavar="LENGTH",
                        help="of a song, like 30s, 5m or 3h; 10s 30s 1m 5m if there is none")
    parser.add_argument("--threads", type=lambda text: [int(it) for it in text.split(",")], default=[1, 2])
    parser.add_argument("--model", default="htdemucs")
    parser.add_argument("--precision", default="auto")
    parser.add_argument("--java", required=True, help="command of the Java launcher with its options, one word a line")
    parser.add_argument("--work", type=Path, required=True, help="folder for songs and stems, emptied first")
    parser.add_argument("--plot", type=Path, required=True, help="the SVG file")
    return parser.parse_args()


def seconds(text):
    parts = re.fullmatch(r"(\d+)([smh])", text)
    if not parts or int(parts[1]) == 0:
        raise argparse.ArgumentTypeError(f"{text} is no length; say 30s, 5m or 3h")
    return int(parts[1]) * UNITS[parts[2]]


def make_song(file, length):
    """Noise that swells twice a second over a chord. What is played does not matter, but no two blocks are the same, lest
    a segment be found finished already."""
    generator = random.Random(length)
    tones = [220, 277.2, 329.6]
    block = array.array("h")
    for frame in range(2 * RATE):
        swell = math.exp(-6 * (frame % (RATE // 2)) / RATE)
        chord = sum(math.sin(2 * math.pi * tone * frame / RATE) for tone in tones) / len(tones)
        for _ in range(CHANNELS):
            block.append(round(12_000 * (0.5 * chord + 0.5 * swell * generator.uniform(-1, 1))))
    louder = [array.array("h", (sample * level // LEVELS for sample in block)).tobytes() for level in range(1, LEVELS + 1)]
    frame_bytes = CHANNELS * block.itemsize
    with wave.open(str(file), "wb") as out:
        out.setnchannels(CHANNELS)
        out.setsampwidth(block.itemsize)
        out.setframerate(RATE)
        for left in range(length, 0, -2):
            # From another place of the block each time, and at another level.
            piece, turn = generator.choice(louder), frame_bytes * generator.randrange(2 * RATE)
            out.writeframes((piece[turn:] + piece[:turn])[:min(2, left) * RATE * frame_bytes])


def measure(song, length, threads, options):
    out = options.work / "stems"
    # Finished work of another run would be found there.
    cache = options.work / "cache"
    shutil.rmtree(cache, ignore_errors=True)
    words = options.java.split("\n")
    # The memory settings before it are the worker's, which gets them anyway.
    java = words[next(i for i, word in enumerate(words) if word.endswith("/bin/java")):]
    command = [*java, "-Dunbraid.columns=0", "dev.unbraid.cli.Main", "separate", "--json", "--no-recipe",
               "--model", options.model, "--device", "cpu", "--precision", options.precision, "--threads", str(threads),
               "--out", str(out), str(song)]
    # As ./unbraid does for this command.
    command[command.index("-XX:+UseSerialGC"):command.index("-XX:+UseSerialGC")] = ["-Xms160m", "-XX:+AlwaysPreTouch"]
    machine, own, began = machine_seconds(), own_seconds(), time.monotonic()
    ran = subprocess.run(command, env=home(cache), stdout=subprocess.PIPE, text=True)
    clock = time.monotonic() - began
    others = max(0.0, machine_seconds() - machine - own_seconds() + own) / (clock * os.cpu_count())
    events = [json.loads(line) for line in ran.stdout.splitlines()]
    if ran.returncode:
        raise SystemExit(f"separate ended with code {ran.returncode}: {events[-1] if events else ''}")
    shutil.rmtree(out)
    result = next(event for event in events if event["event"] == "result")
    segments = max((event["total"] for event in events if event.get("task") == "Separating"), default=0)
    if result["reusedSegments"]:
        raise SystemExit(f"{result['reusedSegments']} segments were found finished: this run says nothing.")
    figure = {"length": length, "threads": threads, "clock": clock, "segments": int(segments), "others": others,
              "peak": result["peakMemoryBytes"], **result["peakMemoryBytesByProcess"]}
    print(f"{name(length)}, {counted(threads)}: {clock:.1f} s, {figure['peak'] / 1e6:.0f} MB", flush=True)
    return figure


def home(cache):
    """The user's models and unpacked libraries, and a cache of songs of its own."""
    usual = Path(os.environ["UNBRAID_HOME"]) if "UNBRAID_HOME" in os.environ else None
    data = usual / "data" if usual else Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local/share")) / "unbraid"
    natives = (usual / "cache" if usual else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "unbraid") / "natives"
    own = cache.resolve()
    (own / "cache").mkdir(parents=True)
    natives.mkdir(parents=True, exist_ok=True)
    (own / "data").symlink_to(data.resolve(), target_is_directory=True)
    (own / "cache" / "natives").symlink_to(natives.resolve(), target_is_directory=True)
    return {**os.environ, "UNBRAID_HOME": str(own)}


def own_seconds():
    """Processor time of all processes that this one has started and that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def machine_seconds():
    """Processor time that the whole machine has spent working or lost to its host."""
    user, nice, system, _, _, irq, softirq, steal = map(int, Path("/proc/stat").read_text().split(maxsplit=9)[1:9])
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def report(figures):
    print(f"\n{os.cpu_count()} processors\n")
    print("| song | threads | segments | seconds | a segment, all in all | times real time | MB | of them the worker | others took |")
    print("|---|---|---|---|---|---|---|---|---|")
    for it in figures:
        a_segment = f"{it['clock'] / it['segments']:.2f}" if it["segments"] else ""
        print(f"| {name(it['length'])} | {it['threads']} | {it['segments']} | {it['clock']:.1f} | {a_segment} "
              f"| {it['length'] / it['clock']:.2f} | {it['peak'] / 1e6:.0f} | {(it['worker'] or 0) / 1e6:.0f} "
              f"| {100 * it['others']:.0f} % |")
    if max(it["others"] for it in figures) > QUIET:
        print("\nThe machine was not quiet: do not quote these times.")


def name(length):
    for unit, word in ((3600, "h"), (60, "min")):
        if length >= unit and length % unit == 0:
            return f"{length // unit} {word}"
    return f"{length} s"


def counted(threads):
    return f"{threads} thread{'' if threads == 1 else 's'}"


# The drawing. One panel for time, one for memory, both log-log, a line for each number of threads.

WIDTH, HEIGHT, PANEL = 880, 400, 350
LEFT, TOP, BOTTOM, GAP = 64, 48, 330, 90
COLOURS = ["#2f7ed8", "#d9762b", "#3a9d5d", "#a05cc4"]
MARKS = [10, 30, 60, 300, 900, 3600, 10_800]


def drawing(figures):
    lengths = sorted({it["length"] for it in figures})
    panels = [("Time", "seconds", lambda it: it["clock"], LEFT), ("Peak memory", "MB", lambda it: it["peak"] / 1e6, LEFT + PANEL + GAP)]
    body = "\n".join(panel(title, unit, value, left, figures, lengths) for title, unit, value, left in panels)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img"
 aria-label="Time and peak memory of a separation against the length of the song">
<style>
text {{ font: 13px system-ui, sans-serif; fill: #24292f }}
.title {{ font-weight: 600 }}
.axis {{ stroke: #57606a; fill: none }}
.grid {{ stroke: #8c959f; stroke-opacity: .3 }}
.paper {{ fill: #ffffff }}
@media (prefers-color-scheme: dark) {{
text {{ fill: #e6edf3 }}
.axis {{ stroke: #8b949e }}
.paper {{ fill: #0d1117 }}
}}
</style>
<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="6"/>
{body}
</svg>
"""


def panel(title, unit, value, left, figures, lengths):
    values = [value(it) for it in figures]
    across = scale(*widened(min(lengths), max(lengths), 1.15), left, left + PANEL)
    bottom, top = widened(min(values), max(values), 1.3)
    # A law that is flat should look flat: no axis shows less than a decade.
    spread = max(1, math.sqrt(10 / (top / bottom)))
    up = scale(bottom / spread, top * spread, BOTTOM, TOP + 16)
    parts = [f'<text class="title" x="{left}" y="{TOP - 16}">{title}, {unit}</text>']
    for mark in (it for it in sorted({*MARKS, *lengths}) if min(lengths) <= it <= max(lengths)):
        if far_enough(mark, lengths, across):
            x = across(mark)
            parts.append(f'<line class="grid" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{BOTTOM}"/>')
            parts.append(f'<text x="{x:.1f}" y="{BOTTOM + 20}" text-anchor="middle">{name(mark)}</text>')
    for mark in marks(bottom / spread, top * spread):
        y = up(mark)
        parts.append(f'<line class="grid" x1="{left}" x2="{left + PANEL}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.1f}" text-anchor="end">{mark:g}</text>')
    parts.append(f'<path class="axis" d="M{left} {TOP}V{BOTTOM}H{left + PANEL}"/>')
    parts.append(f'<text x="{left + PANEL / 2}" y="{BOTTOM + 44}" text-anchor="middle">length of the song</text>')
    for index, threads in enumerate(sorted({it["threads"] for it in figures})):
        points = [(across(it["length"]), up(value(it))) for it in figures if it["threads"] == threads]
        parts += line(points, threads, index, left)
    return "\n".join(parts)


def line(points, threads, index, left):
    colour = COLOURS[index % len(COLOURS)]
    # Told apart by more than colour.
    dash = ' stroke-dasharray="7 4"' if index % 2 else ""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    legend = left + 130 + 110 * index
    return [f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dash}/>',
            *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in points),
            f'<line x1="{legend}" x2="{legend + 26}" y1="{TOP - 20}" y2="{TOP - 20}" stroke="{colour}" stroke-width="2.5"{dash}/>',
            f'<text x="{legend + 32}" y="{TOP - 16}">{counted(threads)}</text>']


def widened(least, most, factor):
    return least / factor, most * factor


def scale(least, most, at_least, at_most):
    """From a value to a place, by logarithms."""
    return lambda it: at_least + (at_most - at_least) * math.log(it / least) / math.log(most / least)


def far_enough(mark, lengths, across):
    """A mark that was not measured gives way to those that were."""
    return mark in lengths or all(abs(across(mark) - across(it)) > 40 for it in lengths)


def marks(least, most):
    """1, 2 and 5 of each decade."""
    decades = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    return [digit * 10.0 ** decade for decade in decades for digit in (1, 2, 5) if least <= digit * 10.0 ** decade <= most]


if __name__ == "__main__":
    main()
