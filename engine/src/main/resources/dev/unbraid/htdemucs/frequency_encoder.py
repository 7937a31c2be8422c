  # [B, T, F, C] -> [B, T, F/s, C']
  def frequency_encoder(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    x = (self).strided_conv(x, w, p, )
    if (p + ".norm1.weight") in w:
      x = (self).group_norm(x, w, p + ".norm1", self.norm_groups, )
    x = torch.gelu_(x)
    if (p + ".dconv.layers.0.conv") in w:
      x = (self).dconv(x, w, p, )
    return (self).gated_linear(x, w, p, )
