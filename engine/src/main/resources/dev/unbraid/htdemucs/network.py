# TorchScript, read by HtDemucsScript: the class body's head; the other files of this folder follow as its methods.
#
# Tensors are laid out for matrix products: channels last, [batch, row, position, channel]. In the spectral branch a
# row is an STFT column and a position a bin; in the wave branch there is one row and a position is a frame. Attributes
# are the hyper-parameters of HtDemucsSpec; `w` holds the weights as `prepare` repacks them.
class HTDemucs(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  sources : int
  audio_channels : int
  nfft : int
  padded_length : int
  depth : int
  stride : int
  context : int
  dconv_depth : int
  norm_groups : int
  freq_emb : float
  emb_scale : float
  t_layers : int
  t_heads : int
  t_emb : str
  t_norm_in : bool
  t_norm_in_group : int
  t_group_norm : int
  t_norm_first : bool
  t_norm_out : int
  t_max_period : float
  t_gelu : bool
  t_weight_pos_embed : float
  t_cape_mean_normalize : bool
  t_cross_first : bool
  # Numbers of a layer's output that are made at a time
  block_numbers : int
  # Of the transformer's products, as PyTorch numbers types
  t_type : int
  # [B, C, L] -> [B, S, C, L]
  def forward(self: __torch__.HTDemucs, mix: Tensor, w: Dict[str, Tensor]) -> Tensor:
    seen = annotate(Dict[str, Tensor], {})
    return (self).separate(mix, w, seen, False, )
  # Whoever waits for the answer may call it off; asked between layers, it costs nothing.
  def go_on(self: __torch__.HTDemucs, w: Dict[str, Tensor]) -> bool:
    if "called_off" in w:
      if bool(w["called_off"]):
        ops.prim.RaiseException("called off")
    return True
  # Every module's output by its name in the reference, in the reference's layout: for comparing module by module.
  def trace(self: __torch__.HTDemucs, mix: Tensor, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
    seen = annotate(Dict[str, Tensor], {})
    out = (self).separate(mix, w, seen, True, )
    torch._set_item(seen, "output", out)
    return seen
  def separate(self: __torch__.HTDemucs, mix: Tensor, w: Dict[str, Tensor], seen: Dict[str, Tensor], watch: bool) -> Tensor:
    wanted = torch.size(mix, -1)
    if wanted < self.padded_length:
      mix = torch.constant_pad_nd(mix, [0, self.padded_length - wanted], 0)
    length = torch.size(mix, -1)
    x = (self).stft(mix, w, )
    if watch:
      torch._set_item(seen, "spectrogram", torch.permute(x, [0, 3, 2, 1]))
    mean = torch.mean(x, [1, 2, 3], True)
    std = torch.std(x, [1, 2, 3], True, True)
    # The weights' type is the type of the work between here and the inverse transform; levels and both transforms stay
    # in float32, whose range they need.
    work = ops.prim.dtype(w["encoder.0.conv"])
    x = torch.to((x - mean) / (std + 1.0000000000000001e-05), work, False, False, None)
    mean_t = torch.mean(mix, [1, 2], True)
    std_t = torch.std(mix, [1, 2], True, True)
    xt = torch.to((mix - mean_t) / (std_t + 1.0000000000000001e-05), work, False, False, None)
    xt = torch.unsqueeze(torch.transpose(xt, 1, 2), 1)
    skips = annotate(List[Tensor], [])
    skips_t = annotate(List[Tensor], [])
    lengths = annotate(List[int], [])
    for i in range(self.depth):
      on = (self).go_on(w, )
      lengths = torch.append(lengths, torch.size(xt, 2))
      xt = (self).time_encoder(xt, w, "tencoder." + str(i), )
      skips_t = torch.append(skips_t, xt)
      x = (self).frequency_encoder(x, w, "encoder." + str(i), )
      if watch:
        torch._set_item(seen, "encoder." + str(i), torch.clone(torch.permute(x, [0, 3, 2, 1])))
        torch._set_item(seen, "tencoder." + str(i), torch.transpose(torch.squeeze(xt, 1), 1, 2))
      if i == 0 and "freq_emb" in w:
        x = torch.add_(x, w["freq_emb"])
      skips = torch.append(skips, x)
    x, xt, = (self).bottleneck(x, xt, w, seen, watch, )
    for i in range(self.depth):
      on = (self).go_on(w, )
      last = i == self.depth - 1
      x = (self).frequency_decoder(x, torch.pop(skips), w, "decoder." + str(i), last, )
      xt = (self).time_decoder(xt, torch.pop(skips_t), w, "tdecoder." + str(i), last, torch.pop(lengths), )
      if watch:
        torch._set_item(seen, "decoder." + str(i), torch.permute(x, [0, 3, 2, 1]))
        torch._set_item(seen, "tdecoder." + str(i), torch.transpose(torch.squeeze(xt, 1), 1, 2))
    # The reference restores with std alone, not std + eps. Not a true inverse, but what the weights learned.
    y = (self).inverse_stft(x, mean, std, w, length, )
    batch = torch.size(mix, 0)
    xt = torch.to(xt, 6, False, False, None)
    yt = torch.reshape(torch.transpose(torch.squeeze(xt, 1), 1, 2), [batch, self.sources, self.audio_channels, length])
    y = torch.addcmul_(torch.add_(y, torch.unsqueeze(mean_t, 1)), yt, torch.unsqueeze(std_t, 1))
    return y[:, :, :, :wanted]
