# The network and its weights in one: what `unbraid models export-torchscript` writes. [B, C, L] -> [B, S, C, L]
class Standalone(Module):
  __parameters__ = []
  __buffers__ = [<buffers>]
  training : bool
  stems : str
  sample_rate : int
  segment_frames : int
<declarations>
  net : __torch__.HTDemucs
  def forward(self: __torch__.Standalone, mix: Tensor) -> Tensor:
    w = annotate(Dict[str, Tensor], {})
<gathered>
    return (self.net).forward(mix, w, )
