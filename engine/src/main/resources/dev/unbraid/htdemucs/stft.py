  # [B, C, L] -> [B, T, F, 2C]: without the Nyquist bin; complex as channels, left re, left im, right re, right im
  def stft(self: __torch__.HTDemucs, mix: Tensor, w: Dict[str, Tensor]) -> Tensor:
    hop = torch.floordiv(self.nfft, 4)
    length = torch.size(mix, -1)
    columns = torch.floordiv(length + hop - 1, hop)
    pad = 3 * torch.floordiv(hop, 2)
    x = torch.reflection_pad1d(mix, [pad, pad + columns * hop - length])
    # The reference pads by half a frame more and then drops two columns on either side: the same columns as these.
    frames = x.unfold(-1, self.nfft, hop) * w["window"]
    z = torch.view_as_real(torch.fft_rfft(frames, self.nfft, -1))[:, :, :, :2 * hop]
    b, c, t, f, two, = torch.size(z)
    return torch.reshape(torch.permute(z, [0, 2, 3, 1, 4]), [b, t, f, 2 * c]) * (float(self.nfft) ** -0.5)
