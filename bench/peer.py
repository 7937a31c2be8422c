"""The peer: the Python reference's HTDemucs on the processor, one segment per line of standard input.

Talks the same protocol as SegmentBench.java (see README.md). Holds no code of the reference: it imports it from a
checkout given with --reference.
"""

import argparse
import json
import struct
import sys
import time
import types
from fractions import Fraction
from pathlib import Path

import numpy
import torch

# The published htdemucs (signature 955717e8), where it differs from the reference's defaults.
PUBLISHED = {
    "sources": ["drums", "bass", "other", "vocals"],
    "channels": 48,
    "dconv_mode": 3,
    "bottom_channels": 512,
    "t_layers": 5,
    "segment": "39/5",
}
ARCHITECTURE = "HTDemucs"
DTYPES = {"F32": "<f4", "F16": "<f2"}


def main():
    options = arguments()
    torch.set_num_threads(options.threads)
    network_class = import_reference(options.reference)
    if options.make_weights:
        make_weights(network_class, options.weights)
        return
    spec, tensors = read_safetensors(options.weights)
    network = build(network_class, spec)
    network.load_state_dict(tensors)
    network.eval()
    mix = torch.from_numpy(numpy.fromfile(options.mix, dtype="<f4")).view(1, 2, -1)
    serve(network, mix, options.threads)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reference", type=Path, required=True, help="checkout of facebookresearch/demucs")
    parser.add_argument("--weights", type=Path, required=True, help="safetensors file as Unbraid caches it")
    parser.add_argument("--mix", type=Path, help="one stereo segment, planar little-endian float32")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--make-weights", action="store_true", help="write seeded random weights to --weights and end")
    return parser.parse_args()


def serve(network, mix, threads):
    print(f"ready peer: PyTorch {torch.__version__}, {threads} threads", flush=True)
    out = None
    for line in sys.stdin:
        word, _, rest = line.strip().partition(" ")
        if word == "go":
            begin = time.perf_counter()
            with torch.inference_mode():
                out = network(mix)
            print(f"seconds {time.perf_counter() - begin:.4f}", flush=True)
        elif word == "products":
            print(f"flops {flop_per_second():.4g}", flush=True)
        elif word == "write":
            out.contiguous().numpy().astype("<f4").tofile(rest)
            print("written", flush=True)


def flop_per_second():
    """Of large matrix products in float32, for a third of a second: nothing that is made of products can be faster."""
    left, right = torch.rand(1024, 2048), torch.rand(2048, 2048)
    begin, done = time.perf_counter(), 0
    while time.perf_counter() < begin + 0.3:
        torch.mm(left, right)
        done += 1
    return done * 2 * left.shape[0] * right.numel() / (time.perf_counter() - begin)


def import_reference(folder):
    """Imports demucs.htdemucs, with stand-ins for what that file imports but inference never calls.

    Wiener filtering (openunmix), resampling inside the older networks (julius), and the training configuration
    (omegaconf, dora) would bring dozens of packages, some of which do not install beside a current PyTorch.
    """
    for name, members in {
        "openunmix": [], "openunmix.filtering": ["wiener"], "julius": [],
        "omegaconf": ["OmegaConf"], "dora": [], "dora.log": ["fatal"],
    }.items():
        module = types.ModuleType(name)
        for member in members:
            setattr(module, member, None)
        sys.modules[name] = module
    sys.path.insert(0, str(folder))
    from demucs.htdemucs import HTDemucs
    return HTDemucs


def build(network_class, spec):
    spec = dict(spec)
    if isinstance(spec.get("segment"), str):
        spec["segment"] = Fraction(spec["segment"])
    return network_class(**spec)


def make_weights(network_class, file):
    """Writes the published network with seeded random weights: as much work as the real ones, free of their licence."""
    torch.manual_seed(0)
    state = build(network_class, PUBLISHED).state_dict()
    metadata = {"architecture": ARCHITECTURE, "arguments": json.dumps(PUBLISHED)}
    header, offset = {"__metadata__": metadata}, 0
    for name, tensor in state.items():
        end = offset + 4 * tensor.numel()
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [offset, end]}
        offset = end
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(text)) + text)
        for tensor in state.values():
            out.write(tensor.contiguous().numpy().astype("<f4").tobytes())


def read_safetensors(file):
    content = file.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    spec = json.loads(header.pop("__metadata__")["arguments"])
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + it for it in entry["data_offsets"])
        values = numpy.frombuffer(content[begin:end], dtype=DTYPES[entry["dtype"]]).astype("<f4")
        tensors[name] = torch.from_numpy(values).view(entry["shape"])
    return spec, tensors


if __name__ == "__main__":
    main()
