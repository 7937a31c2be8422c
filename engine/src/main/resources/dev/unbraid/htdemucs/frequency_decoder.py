  # [B, T, F, C] -> [B, T, s*F, C']
  def frequency_decoder(self: __torch__.HTDemucs, x: Tensor, skip: Tensor, w: Dict[str, Tensor], p: str, last: bool) -> Tensor:
    x = (self).decoder_start(x, skip, w, p, self.context, )
    b, n, l, c, = torch.size(x)
    c_out = torch.floordiv(torch.size(w[p + ".conv_tr.bias"], 0), self.stride)
    out = (self).unset(x, [b, n, self.stride * l, c_out], )
    step = (self).block(x, n, l * c, (p + ".norm2.weight") in w, )
    for first in range(0, n, step):
      y = (self).transposed_conv(x[:, first:first + step], w, p, last, out[:, first:first + step], )
    return out
  # What both branches' decoders start with. Rows are time; `context` is that along the positions. [B, N, L, C] -> the same
  def decoder_start(self: __torch__.HTDemucs, x: Tensor, skip: Tensor, w: Dict[str, Tensor], p: str, context: int) -> Tensor:
    b, n, l, c, = torch.size(x)
    out = (self).unset(x, [b, n, l, c], )
    step = (self).block(x, n, l * c, (p + ".norm1.weight") in w, )
    for first in range(0, n, step):
      last = ops.prim.min(first + step, n)
      y = (self).joined(x, skip, first - self.context, last + self.context, )
      y = (self).gated_context(y, w, p, p + ".norm1", [0, context], out[:, first:last], )
    if (p + ".dconv.layers.0.conv") in w:
      out = (self).dconv(out, w, p, )
    return out
