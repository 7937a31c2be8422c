  # [B, T, F, S*C*2] -> [B, S, C, length]
  def inverse_stft(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], length: int) -> Tensor:
    hop = torch.floordiv(self.nfft, 4)
    b, t, f, c2, = torch.size(x)
    c = torch.floordiv(c2, 2)
    z = torch.permute(x.view([b, t, f, c, 2]), [0, 3, 1, 2, 4])
    z = torch.contiguous(torch.constant_pad_nd(z, [0, 0, 0, 1], 0))
    frames = torch.fft_irfft(torch.view_as_complex(z), self.nfft, -1) * w["window"]
    # Two silent columns on either side; then each hop of sound is the sum of a quarter of four frames, and four squared
    # Hann windows a quarter apart add up to 1.5 everywhere.
    q = torch.constant_pad_nd(frames.view([b, c, t, 4, hop]), [0, 0, 0, 0, 2, 2], 0)
    y = q[:, :, 3:t + 4, 0] + q[:, :, 2:t + 3, 1]
    y = torch.add_(torch.add_(y, q[:, :, 1:t + 2, 2]), q[:, :, 0:t + 1, 3])
    y = torch.reshape(y, [b, self.sources, self.audio_channels, (t + 1) * hop])
    start = torch.floordiv(hop, 2)
    return y[:, :, :, start:start + length] * (float(self.nfft) ** 0.5 / 1.5)
