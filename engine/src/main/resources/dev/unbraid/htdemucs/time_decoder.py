  # [B, 1, L, C] -> [B, 1, length, C']
  def time_decoder(self: __torch__.HTDemucs, x: Tensor, skip: Tensor, w: Dict[str, Tensor], p: str, last: bool, length: int) -> Tensor:
    b, one, l, c, = torch.size(x)
    x = (self).gated_context((x + skip).view([b, l, 1, c]), w, p, p + ".norm1", [self.context, 0], )
    if (p + ".dconv.layers.0.conv") in w:
      x = (self).dconv(x, w, p, )
    return (self).transposed_conv(x.view([b, 1, l, c]), w, p, last, length, )
