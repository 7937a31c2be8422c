  # -> [T*F, C]: interleaved sines and cosines, the first half of the channels for time, the second for frequency
  def spectral_positions(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], columns: int, bins: int) -> Tensor:
    if "spectral_positions" in w and torch.size(w["spectral_positions"], 0) == columns * bins:
      return w["spectral_positions"]
    half = torch.floordiv(torch.size(x, -1), 2)
    even = torch.arange(0., half, 2., dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False)
    rate = torch.exp(even * (-torch.log(self.t_max_period) / half))
    time = torch.expand((self).sines(columns, rate, ).view([columns, 1, half]), [columns, bins, half])
    frequency = torch.expand((self).sines(bins, rate, ), [columns, bins, half])
    both = torch.reshape(torch.cat([time, frequency], 2), [columns * bins, 2 * half])
    return both * self.t_weight_pos_embed
  # -> [count, 2 * rates]: sin, cos, sin, cos ..
  def sines(self: __torch__.HTDemucs, count: int, rate: Tensor) -> Tensor:
    at = torch.arange(0., count, 1., dtype=6, layout=0, device=ops.prim.device(rate), pin_memory=False)
    phase = torch.unsqueeze(at, 1) * rate
    return torch.reshape(torch.stack([torch.sin(phase), torch.cos(phase)], 2), [count, -1])
  # -> [L, C]: all cosines, then all sines; or the learned table
  def wave_positions(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
    b, l, c, = torch.size(x)
    if self.t_emb == "scaled":
      return w["position_embeddings"][:l]
    if "wave_positions" in w and torch.size(w["wave_positions"], 0) == l:
      return w["wave_positions"]
    half = torch.floordiv(c, 2)
    at = torch.arange(0., l, 1., dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False)
    if self.t_emb == "cape" and self.t_cape_mean_normalize:
      at = at - torch.mean(at)
    step = torch.arange(0., half, 1., dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False) / (half - 1)
    phase = torch.unsqueeze(at, 1) / torch.pow(self.t_max_period, step)
    return torch.cat([torch.cos(phase), torch.sin(phase)], 1) * self.t_weight_pos_embed
