  # x [B, T, F, C], xt [B, 1, L, C] -> the same shapes
  def bottleneck(self: __torch__.HTDemucs, x: Tensor, xt: Tensor, w: Dict[str, Tensor], seen: Dict[str, Tensor], watch: bool) -> Tuple[Tensor, Tensor]:
    b, t, f, c, = torch.size(x)
    l = torch.size(xt, 2)
    if self.t_layers > 0:
      # Tokens run time-major: all bins of a column, then the next column.
      x = (self).channel_map(x.view([b, t * f, c]), w, "channel_upsampler", )
      xt = (self).channel_map(xt.view([b, l, c]), w, "channel_upsampler_t", )
      x, xt, = (self).cross_transformer(x, xt, w, t, f, )
      if watch:
        torch._set_item(seen, "crosstransformer.frequency", torch.permute(x.view([b, t, f, -1]), [0, 3, 2, 1]))
        torch._set_item(seen, "crosstransformer.time", torch.transpose(xt, 1, 2))
      x = (self).channel_map(x, w, "channel_downsampler", ).view([b, t, f, c])
      xt = (self).channel_map(xt, w, "channel_downsampler_t", ).view([b, 1, l, c])
    return (x, xt)
  def channel_map(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    if (p + ".weight") in w:
      return torch.linear(x, w[p + ".weight"], w[p + ".bias"])
    return x
  # x [B, T*F, C], xt [B, L, C] -> the same shapes
  def cross_transformer(self: __torch__.HTDemucs, x: Tensor, xt: Tensor, w: Dict[str, Tensor], columns: int, bins: int) -> Tuple[Tensor, Tensor]:
    p = "crosstransformer."
    x = (self).norm_in(x, w, p + "norm_in", ) + (self).spectral_positions(x, w, columns, bins, )
    xt = (self).norm_in(xt, w, p + "norm_in_t", ) + (self).wave_positions(xt, w, )
    for i in range(self.t_layers):
      on = (self).go_on(w, )
      q = p + "layers." + str(i)
      qt = p + "layers_t." + str(i)
      if (torch.remainder(i, 2) == 1) == self.t_cross_first:
        x = (self).transformer_layer(x, x, w, q, False, )
        xt = (self).transformer_layer(xt, xt, w, qt, False, )
      else:
        # Both branches look at the other as it was before the layer.
        before = x
        x = (self).transformer_layer(x, xt, w, q, True, )
        xt = (self).transformer_layer(xt, before, w, qt, True, )
    return (x, xt)
  def transformer_layer(self: __torch__.HTDemucs, x: Tensor, other: Tensor, w: Dict[str, Tensor], p: str, cross: bool) -> Tensor:
    if not self.t_norm_first:
      if cross:
        y = (self).cross_attention(x, other, w, p, )
      else:
        y = (self).self_attention(x, w, p, )
      x = (self).norm(x + y, w, p + ".norm1", )
      return (self).norm(x + (self).feed_forward(x, w, p, ), w, p + ".norm2", )
    if cross:
      y = (self).cross_attention((self).norm(x, w, p + ".norm1", ), (self).norm(other, w, p + ".norm2", ), w, p, )
      before_ff = ".norm3"
    else:
      y = (self).self_attention((self).norm(x, w, p + ".norm1", ), w, p, )
      before_ff = ".norm2"
    x = torch.add_((self).like(y, x, ), x)
    x = torch.add_(x, (self).feed_forward((self).norm(x, w, p + before_ff, ), w, p, ))
    if self.t_norm_out > 0:
      x = (self).group_norm(x, w, p + ".norm_out", self.t_norm_out, )
    return x
  # LayerScale is folded into the second product.
  def feed_forward(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    y = (self).product(x, w, p + ".linear1", )
    if self.t_gelu:
      y = torch.gelu_(y)
    else:
      y = torch.relu_(y)
    return (self).product(y, w, p + ".linear2", )
  # In the weight's type, which may be narrower than that of the residual path and the norms.
  def product(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    return torch.linear((self).like(x, w[p], ), w[p], w[p + ".bias"])
  # In the type of another
  def like(self: __torch__.HTDemucs, x: Tensor, other: Tensor) -> Tensor:
    return torch.to(x, ops.prim.dtype(other), False, False, None)
  def norm(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    if self.t_group_norm > 0:
      return (self).group_norm(x, w, p, self.t_group_norm, )
    return torch.layer_norm(x, [torch.size(x, -1)], w[p + ".weight"], w[p + ".bias"], 1.0000000000000001e-05, True)
  def norm_in(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    if self.t_norm_in:
      return torch.layer_norm(x, [torch.size(x, -1)], w[p + ".weight"], w[p + ".bias"], 1.0000000000000001e-05, True)
    if self.t_norm_in_group > 0:
      return (self).group_norm(x, w, p, self.t_norm_in_group, )
    return x
