  # [B, T, F, C] -> [B, T, s*F, C']
  def frequency_decoder(self: __torch__.HTDemucs, x: Tensor, skip: Tensor, w: Dict[str, Tensor], p: str, last: bool) -> Tensor:
    x = (self).gated_context(x + skip, w, p, p + ".norm1", [self.context, self.context], )
    if (p + ".dconv.layers.0.conv") in w:
      x = (self).dconv(x, w, p, )
    return (self).transposed_conv(x, w, p, last, self.stride * torch.size(x, 2), )
