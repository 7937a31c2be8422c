  # [B, 1, L, C] -> [B, 1, length, C']
  def time_decoder(self: __torch__.HTDemucs, x: Tensor, skip: Tensor, w: Dict[str, Tensor], p: str, last: bool, length: int) -> Tensor:
    b, one, l, c, = torch.size(x)
    x = (self).decoder_start(x.view([b, l, 1, c]), skip.view([b, l, 1, c]), w, p, 0, ).view([b, 1, l, c])
    c_out = torch.floordiv(torch.size(w[p + ".conv_tr.bias"], 0), self.stride)
    return (self).transposed_conv(x, w, p, last, (self).unset(x, [b, 1, length, c_out], ), )
