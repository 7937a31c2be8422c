  # Of x * std + mean. [B, T, F, S*C*2] -> [B, S, C, length]
  def inverse_stft(self: __torch__.HTDemucs, x: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor], length: int) -> Tensor:
    hop = torch.floordiv(self.nfft, 4)
    b, t, f, c2, = torch.size(x)
    c = torch.floordiv(c2, 2)
    y = torch.zeros([b, c, t + 3, hop], dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False)
    step = (self).block(x, t, f * c2, False, )
    for first in range(0, t, step):
      frames = (self).frames(x[:, first:first + step], mean, std, w, )
      quarters = frames.view([b, c, -1, 4, hop])
      # Each hop of sound is the sum of a quarter of four frames, less at the ends, which are cut off.
      for quarter in range(4):
        start = first + quarter
        torch.add_(y[:, :, start:start + torch.size(quarters, 2)], quarters[:, :, :, quarter])
    y = y.view([b, self.sources, self.audio_channels, (t + 3) * hop])
    start = hop + torch.floordiv(hop, 2)
    return y[:, :, :, start:start + length]
  # [B, T, F, C*2] -> [B, C, T, nfft], windowed
  def frames(self: __torch__.HTDemucs, x: Tensor, mean: Tensor, std: Tensor, w: Dict[str, Tensor]) -> Tensor:
    b, t, f, c2, = torch.size(x)
    c = torch.floordiv(c2, 2)
    parts = torch.addcmul(mean, torch.to(x, 6, False, False, None), std).view([b, t, f, c, 2])
    bins = torch.permute(torch.view_as_complex(parts), [0, 3, 1, 2])
    z = (self).unset(bins, [b, c, t, f + 1], )
    # Some columns at a time, which stay in the processor's cache while all channels are gathered from them
    for column in range(0, t, 8):
      torch.copy_(z[:, :, column:column + 8, :f], bins[:, :, column:column + 8])
    torch.fill_(z[:, :, :, f:], 0.)
    return torch.mul_(torch.fft_irfft(z, self.nfft, -1), w["synthesis"])
