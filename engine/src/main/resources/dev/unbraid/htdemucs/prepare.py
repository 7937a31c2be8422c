  # The state dict by its published names -> the weights as the methods above read them; done once.
  def prepare(self: __torch__.HTDemucs, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
    o = annotate(Dict[str, Tensor], {})
    for branch in ["", "t"]:
      for i in range(self.depth):
        o = (self).prepare_encoder(w, o, branch + "encoder." + str(i), )
        o = (self).prepare_decoder(w, o, branch + "decoder." + str(i), )
    if "freq_emb.embedding.weight" in w:
      o["freq_emb"] = w["freq_emb.embedding.weight"] * self.emb_scale * self.freq_emb
    for n in ["channel_upsampler", "channel_downsampler", "channel_upsampler_t", "channel_downsampler_t"]:
      if (n + ".weight") in w:
        o[n + ".weight"] = torch.contiguous(torch.squeeze(w[n + ".weight"], 2))
        o[n + ".bias"] = w[n + ".bias"]
    o = (self).narrowed((self).prepare_transformer(w, o, ), )
    if "called_off" in w:
      o["called_off"] = w["called_off"]
    like = w["encoder.0.conv.bias"]
    # The transforms are scaled to keep the power; four squared windows a quarter apart add up to 1.5.
    window = torch.hann_window(self.nfft, dtype=6, layout=0, device=ops.prim.device(like), pin_memory=False)
    o["analysis"] = window * (float(self.nfft) ** -0.5)
    o["synthesis"] = window * (float(self.nfft) ** 0.5 / 1.5)
    return (self).prepare_positions(o, like, )
  def prepare_positions(self: __torch__.HTDemucs, o: Dict[str, Tensor], like: Tensor) -> Dict[str, Tensor]:
    if self.padded_length > 0 and self.t_layers > 0:
      hop = torch.floordiv(self.nfft, 4)
      bins = 2 * hop
      frames = self.padded_length
      for i in range(self.depth):
        bins = torch.floordiv(bins, self.stride)
        frames = torch.floordiv(frames + self.stride - 1, self.stride)
      columns = torch.floordiv(self.padded_length + hop - 1, hop)
      c = torch.size(o["crosstransformer.layers.0.linear1"], 1)
      sample = torch.zeros([1, frames, c], dtype=6, layout=0, device=ops.prim.device(like), pin_memory=False)
      o["spectral_positions"] = (self).spectral_positions(sample, o, columns, bins, )
      o["wave_positions"] = (self).wave_positions(sample, o, )
    return o
  def copy(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor], p: str) -> Dict[str, Tensor]:
    for n in [p + ".weight", p + ".bias"]:
      if n in w:
        o[n] = w[n]
    return o
  def prepare_encoder(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor], p: str) -> Dict[str, Tensor]:
    conv = w[p + ".conv.weight"]
    c_out = torch.size(conv, 0)
    c_in = torch.size(conv, 1)
    # [C', C, 2s, 1] or [C', C, 2s] -> [2 * C', s * C]: the kernel's two halves one below the other
    halves = torch.permute(conv.view([c_out, c_in, 2, self.stride]), [2, 0, 3, 1])
    o[p + ".conv"] = torch.contiguous(halves).view([2 * c_out, self.stride * c_in])
    o[p + ".conv.bias"] = w[p + ".conv.bias"]
    o[p + ".rewrite"] = torch.contiguous(w[p + ".rewrite.weight"].view([2 * c_out, c_out]))
    o[p + ".rewrite.bias"] = w[p + ".rewrite.bias"]
    o = (self).copy(w, o, p + ".norm1", )
    o = (self).copy(w, o, p + ".norm2", )
    return (self).prepare_dconv(w, o, p, )
  def prepare_decoder(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor], p: str) -> Dict[str, Tensor]:
    rewrite = w[p + ".rewrite.weight"]
    # Rows first, positions second: [2C, C, kf, kt] -> [2C, C, kt, kf]; in the wave branch [2C, C, k] -> [2C, C, k, 1]
    if torch.dim(rewrite) == 3:
      rewrite = torch.unsqueeze(rewrite, 3)
    else:
      rewrite = torch.transpose(rewrite, 2, 3)
    o[p + ".rewrite"] = torch.contiguous(rewrite, memory_format=2)
    o[p + ".rewrite.bias"] = w[p + ".rewrite.bias"]
    conv = w[p + ".conv_tr.weight"]
    c_in = torch.size(conv, 0)
    c_out = torch.size(conv, 1)
    # [C, C', 2s, 1] or [C, C', 2s] -> [2 * s * C', C]
    taps = torch.permute(conv.view([c_in, c_out, 2, self.stride]), [2, 3, 1, 0])
    o[p + ".conv_tr"] = torch.contiguous(taps).view([2 * self.stride * c_out, c_in])
    o[p + ".conv_tr.bias"] = w[p + ".conv_tr.bias"].repeat([self.stride])
    o = (self).copy(w, o, p + ".norm1", )
    o = (self).copy(w, o, p + ".norm2", )
    return (self).prepare_dconv(w, o, p, )
  def prepare_dconv(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor], p: str) -> Dict[str, Tensor]:
    for d in range(self.dconv_depth):
      q = p + ".dconv.layers." + str(d)
      if (q + ".0.weight") in w:
        conv = w[q + ".0.weight"]
        h, c, k, = torch.size(conv)
        o[q + ".conv"] = torch.contiguous(torch.permute(conv, [2, 0, 1])).view([3 * h, c])
        o[q + ".conv.bias"] = w[q + ".0.bias"]
        o[q + ".norm.weight"] = w[q + ".1.weight"]
        o[q + ".norm.bias"] = w[q + ".1.bias"]
        expand = torch.squeeze(w[q + ".3.weight"], 2)
        bias = w[q + ".3.bias"]
        o[q + ".expand"] = expand
        o[q + ".expand.bias"] = bias
        o[q + ".gram"] = torch.matmul(torch.transpose(expand, 0, 1), expand) / (2 * c)
        # LayerScale goes with the first half, the one that the gate multiplies.
        scale = w[q + ".6.scale"]
        scale = torch.unsqueeze(torch.cat([scale, torch.ones_like(scale)]), 1)
        gain = torch.unsqueeze(w[q + ".4.weight"], 1) * scale
        offset = torch.unsqueeze(w[q + ".4.bias"], 1) * scale
        o[q + ".folded"] = torch.cat([expand * gain, torch.unsqueeze(bias, 1) * gain, torch.neg(gain), offset], 1)
    return o
  def prepare_transformer(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor]) -> Dict[str, Tensor]:
    t = "crosstransformer."
    o = (self).copy(w, o, t + "norm_in", )
    o = (self).copy(w, o, t + "norm_in_t", )
    if self.t_emb == "scaled" and self.t_layers > 0:
      o["position_embeddings"] = w[t + "position_embeddings.embedding.weight"] * (3. * self.t_weight_pos_embed)
    for i in range(self.t_layers):
      for branch in ["layers.", "layers_t."]:
        p = t + branch + str(i)
        attention = p + ".self_attn"
        if (p + ".cross_attn.in_proj_weight") in w:
          attention = p + ".cross_attn"
        for n in [".norm1", ".norm2", ".norm3", ".norm_out"]:
          o = (self).copy(w, o, p + n, )
        o[p + ".in_proj"] = w[attention + ".in_proj_weight"]
        o[p + ".in_proj.bias"] = w[attention + ".in_proj_bias"]
        o[p + ".linear1"] = w[p + ".linear1.weight"]
        o[p + ".linear1.bias"] = w[p + ".linear1.bias"]
        o = (self).scaled(w, o, attention + ".out_proj", p + ".out_proj", p + ".gamma_1.scale", )
        o = (self).scaled(w, o, p + ".linear2", p + ".linear2", p + ".gamma_2.scale", )
    return o
  # The products that bear it in the type that they shall run in: those of the transformer, and of the spectral decoder the
  # ones far from its end: those take 1 dB from the 60 that the transformer's leave, any other product takes more.
  def narrowed(self: __torch__.HTDemucs, o: Dict[str, Tensor]) -> Dict[str, Tensor]:
    for i in range(self.t_layers):
      for branch in ["layers.", "layers_t."]:
        for n in [".in_proj", ".out_proj", ".linear1", ".linear2"]:
          o = (self).narrow(o, "crosstransformer." + branch + str(i) + n, )
    for i in range(self.depth - 1):
      o = (self).narrow(o, "decoder." + str(i) + ".rewrite", )
      if i < self.depth - 2:
        o = (self).narrow(o, "decoder." + str(i) + ".conv_tr", )
    return o
  def narrow(self: __torch__.HTDemucs, o: Dict[str, Tensor], p: str) -> Dict[str, Tensor]:
    o[p] = torch.to(o[p], self.t_type, False, False, None)
    if (p + ".bias") in o:
      o[p + ".bias"] = torch.to(o[p + ".bias"], self.t_type, False, False, None)
    return o
  # A product with LayerScale folded in, where there is one
  def scaled(self: __torch__.HTDemucs, w: Dict[str, Tensor], o: Dict[str, Tensor], p: str, to: str, gamma: str) -> Dict[str, Tensor]:
    weight = w[p + ".weight"]
    bias = w[p + ".bias"]
    if gamma in w:
      weight = weight * torch.unsqueeze(w[gamma], 1)
      bias = bias * w[gamma]
    o[to] = weight
    o[to + ".bias"] = bias
    return o
