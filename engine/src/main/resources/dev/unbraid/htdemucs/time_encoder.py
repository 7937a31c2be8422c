  # [B, 1, L, C] -> [B, 1, ceil(L / s), C']
  def time_encoder(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, one, l, c, = torch.size(x)
    c_out = torch.size(w[p + ".conv.bias"], 0)
    positions = torch.floordiv(l + self.stride - 1, self.stride)
    out = (self).unset(x, [b, 1, positions, c_out], )
    step = (self).block(x, positions, c_out, (p + ".norm1.weight") in w, )
    for first in range(0, positions, step):
      last = ops.prim.min(first + step, positions)
      y = (self).strided_conv(x, w, p, first, last, )
      y = (self).activated(y, w, p, out[:, :, first:last], )
    return (self).encoder_end(out.view([b, positions, 1, c_out]), w, p, ).view([b, 1, positions, c_out])
