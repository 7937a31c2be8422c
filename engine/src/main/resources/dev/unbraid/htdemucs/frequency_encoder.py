  # [B, T, F, C] -> [B, T, F/s, C']
  def frequency_encoder(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, n, l, c, = torch.size(x)
    c_out = torch.size(w[p + ".conv.bias"], 0)
    positions = torch.floordiv(l + self.stride - 1, self.stride)
    out = (self).unset(x, [b, n, positions, c_out], )
    step = (self).block(x, n, positions * c_out, (p + ".norm1.weight") in w, )
    for first in range(0, n, step):
      y = (self).strided_conv(x[:, first:first + step], w, p, 0, positions, )
      y = (self).activated(y, w, p, out[:, first:first + step], )
    return (self).encoder_end(out, w, p, )
  # GELU, after a norm where there is one, into `out`
  def activated(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, out: Tensor) -> Tensor:
    if (p + ".norm1.weight") in w:
      x = (self).group_norm(x, w, p + ".norm1", self.norm_groups, )
    if torch.is_contiguous(out):
      return torch.gelu(x, approximate="none", out=out)
    # oneDNN's kernel writes nothing into anything else, and says nothing: PyTorch 2.7 to 2.13.
    return torch.copy_(out, torch.gelu(x, approximate="none"))
  # What both branches' encoders end with, in place. Rows are time. [B, N, L, C]
  def encoder_end(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, n, l, c, = torch.size(x)
    if (p + ".dconv.layers.0.conv") in w:
      x = (self).dconv(x, w, p, )
    step = (self).block(x, n, l * c, (p + ".norm2.weight") in w, )
    for first in range(0, n, step):
      some = x[:, first:first + step]
      some = (self).gated_linear(some, w, p, some, )
    return x
