"""Checks and times an exported network against the reference, on the processor or a GPU, in Python alone.

  unbraid models export-torchscript NAME --out network.pt
  python bench/torchscript.py --torchscript network.pt --weights model.safetensors --reference CHECKOUT

Both carry the same weights. For every precision the distance to the reference in float32 comes first, then seconds per
segment for every batch: ours, the reference run eagerly, and the reference under torch.compile where there is a GPU;
and beside them the two floors, below which no program on this machine gets: the network's arithmetic at the rate of one
large matrix product in that precision, and its tensors moved once at the rate of a copy. Rounds alternate.
"""

import argparse
import contextlib
import math
import statistics
import time
from pathlib import Path

import torch
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

import peer

PRECISIONS = {"f32": torch.float32, "tf32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16}
BYTES = {torch.float32: 4, torch.float16: 2, torch.bfloat16: 2}


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    device = torch.device(options.device)
    print(f"PyTorch {torch.__version__}, {name_of(device)}, {options.threads} threads, {options.rounds} rounds")
    spec, tensors = peer.read_safetensors(options.weights)
    reference = peer.build(peer.import_reference(options.reference), spec)
    reference.load_state_dict(tensors)
    reference = reference.eval().to(device)
    with torch.inference_mode():
        report(options, device, reference)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--torchscript", type=Path, required=True, help="what `models export-torchscript` wrote")
    parser.add_argument("--weights", type=Path, required=True, help="the same weights as safetensors")
    parser.add_argument("--reference", type=Path, required=True, help="checkout of facebookresearch/demucs")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--precisions", default="f32,tf32,f16,bf16")
    parser.add_argument("--batches", default="1,2,4,8,16")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--compile", action="store_true", help="time the reference under torch.compile, too")
    return parser.parse_args()


def report(options, device, reference):
    segment = torch.jit.load(options.torchscript, map_location="cpu").segment_frames
    torch.manual_seed(0)
    mix = torch.randn(max(batches(options)), reference.audio_channels, segment).to(device)
    with precision("f32"):
        truth = reference(mix[:1])
    work = Work(reference, mix[:1])
    print(f"{work.flops / 1e9:.0f} GFLOP and {work.values * 4 / 1e9:.2f} GB in float32 a segment")
    peers = {"reference": reference}
    if options.compile:
        peers["compiled"] = torch.compile(reference)
    print(f"{'':>5} {'batch':>5} {'ours':>9} " + " ".join(f"{it:>9} {'ratio':>6}" for it in peers)
          + f" {'FLOP':>9} {'bytes':>9} {'share':>6}")
    for name in options.precisions.split(","):
        ours = load(options.torchscript, PRECISIONS[name], device)
        with precision(name):
            # Beside others: not every kernel is right there.
            print(f"{name:>5} {sdr(truth, ours(mix)[:1]):.1f} dB to the reference in float32")
            floor = Floor(PRECISIONS[name], device)
            for batch in batches(options):
                line(name, mix[:batch], ours, peers, work, floor, options.rounds)


def batches(options):
    return [int(it) for it in options.batches.split(",")]


def line(name, mix, ours, peers, work, floor, rounds):
    batch, kind = mix.shape[0], PRECISIONS[name]
    calls = {"ours": lambda: ours(mix)}
    for key, network in peers.items():
        calls[key] = lambda network=network: autocast(network, mix, kind)
    seconds = {key: value / batch for key, value in alternate(calls, mix.device, rounds).items()}
    flop = work.flops / floor.flops_per_second
    moved = work.values * BYTES[kind] / floor.bytes_per_second
    texts = " ".join(f"{seconds[key]:9.4f} {seconds['ours'] / seconds[key]:6.2f}" for key in peers)
    print(f"{name:>5} {batch:>5} {seconds['ours']:9.4f} {texts} {flop:9.4f} {moved:9.4f} "
          f"{max(flop, moved) / seconds['ours']:6.2f}", flush=True)


def autocast(network, mix, kind):
    """The reference has no other way to run in less than float32: its own transforms refuse it."""
    if kind == torch.float32:
        return network(mix)
    with torch.autocast(mix.device.type, dtype=kind):
        return network(mix)


def load(file, kind, device):
    network = torch.jit.load(file, map_location=device).eval()
    if kind != torch.float32:
        windows = network.analysis.clone(), network.synthesis.clone()
        network.to(kind)
        # Both transforms stay in float32.
        network.analysis, network.synthesis = windows
    return network


@contextlib.contextmanager
def precision(name):
    before = torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = name != "f32"
    try:
        yield
    finally:
        torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32 = before


class Work:
    """What a segment costs at least: its arithmetic, and every layer's input, output and weights moved once."""

    def __init__(self, network, mix):
        self.values = 0
        layers = [*network.encoder, *network.decoder, *network.tencoder, *network.tdecoder]
        if network.crosstransformer is not None:
            layers += [*network.crosstransformer.layers, *network.crosstransformer.layers_t]
        hooks = [it.register_forward_hook(self.count) for it in layers]
        # Fused attention is not counted.
        torch.backends.mha.set_fastpath_enabled(False)
        with sdpa_kernel(SDPBackend.MATH), FlopCounterMode(display=False) as counter:
            network(mix)
        torch.backends.mha.set_fastpath_enabled(True)
        for hook in hooks:
            hook.remove()
        self.flops = counter.get_total_flops()

    def count(self, layer, inputs, output):
        outputs = output if isinstance(output, (tuple, list)) else [output]
        tensors = [it for it in [*inputs, *outputs, *layer.parameters()] if isinstance(it, torch.Tensor)]
        self.values += sum(it.numel() for it in tensors)


class Floor:
    """The rates of this machine: one large matrix product, one large copy."""

    def __init__(self, kind, device):
        size = 8192 if device.type == "cuda" else 2048
        a, b = (torch.randn(size, size, device=device).to(kind) for _ in range(2))
        self.flops_per_second = 2 * size**3 / best(lambda: a @ b, device)
        source = torch.empty(size * size * 4, device=device)
        target = torch.empty_like(source)
        self.bytes_per_second = 2 * source.numel() * 4 / best(lambda: target.copy_(source), device)


def best(call, device):
    return min(timed(call, device) for _ in range(8))


def alternate(calls, device, rounds):
    """Median seconds of each, in turn, after one round to warm up."""
    times = {key: [] for key in calls}
    for turn in range(rounds + 1):
        for key, call in calls.items():
            seconds = timed(call, device)
            if turn > 0:
                times[key].append(seconds)
    return {key: statistics.median(it) for key, it in times.items()}


def timed(call, device):
    settle(device)
    begin = time.perf_counter()
    call()
    settle(device)
    return time.perf_counter() - begin


def settle(device):
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def sdr(truth, estimate):
    noise = (truth - estimate.float()).double().square().sum().item()
    return math.inf if noise == 0 else 10 * math.log10(truth.double().square().sum().item() / noise)


def name_of(device):
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "processor"


if __name__ == "__main__":
    main()
