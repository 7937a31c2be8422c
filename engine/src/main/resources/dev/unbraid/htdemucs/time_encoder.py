  # [B, 1, L, C] -> [B, 1, ceil(L / s), C']
  def time_encoder(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    x = (self).strided_conv(x, w, p, )
    if (p + ".norm1.weight") in w:
      x = (self).group_norm(x, w, p + ".norm1", self.norm_groups, )
    x = torch.gelu_(x)
    if (p + ".dconv.layers.0.conv") in w:
      b, one, l, c, = torch.size(x)
      x = (self).dconv(x.view([b, l, 1, c]), w, p, ).view([b, 1, l, c])
    return (self).gated_linear(x, w, p, )
