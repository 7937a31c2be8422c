  # [B, C, L] -> [B, T, F, 2C]: without the Nyquist bin; complex as channels, left re, left im, right re, right im
  def stft(self: __torch__.HTDemucs, mix: Tensor, w: Dict[str, Tensor]) -> Tensor:
    hop = torch.floordiv(self.nfft, 4)
    length = torch.size(mix, -1)
    columns = torch.floordiv(length + hop - 1, hop)
    pad = 3 * torch.floordiv(hop, 2)
    x = torch.reflection_pad1d(mix, [pad, pad + columns * hop - length])
    # The reference pads by half a frame more and then drops two columns on either side: the same columns as these.
    frames = x.unfold(-1, self.nfft, hop) * w["analysis"]
    z = torch.fft_rfft(frames, self.nfft, -1)[:, :, :, :2 * hop]
    b, c, t, f, = torch.size(z)
    # A channel at a time: along the bins a copy runs fast, along two channels it does not.
    out = (self).unset(z, [b, t, f, c], )
    for channel in range(c):
      torch.copy_(out[:, :, :, channel], z[:, channel])
    return torch.view_as_real(out).view([b, t, f, 2 * c])
