  # Residual branch of dilated convolutions along the rows. [B, N, L, C] -> the same, in place
  #
  # Per depth: convolution (kernel 3, dilation 2^d) to C/compress, GroupNorm(1), GELU, 1x1 to 2C, GroupNorm(1), GLU,
  # LayerScale. GroupNorms here see one position: statistics run over rows and channels. The second one's mean and
  # variance follow from the mean and covariance of its small input, so that it and LayerScale fold into the 1x1.
  def dconv(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, n, l, c, = torch.size(x)
    dilation = 1
    for d in range(self.dconv_depth):
      q = p + ".dconv.layers." + str(d)
      h = torch.size(w[q + ".conv.bias"], 0)
      taps = torch.linear(x, w[q + ".conv"], None)
      y = taps[:, :, :, h:2 * h] + w[q + ".conv.bias"]
      torch.add_(y[:, dilation:], taps[:, :-dilation, :, :h])
      torch.add_(y[:, :-dilation], taps[:, dilation:, :, 2 * h:])
      # Rows first, channels then: PyTorch's own variance over both is four times as slow.
      y = torch.sub_(y, torch.mean(torch.mean(y, [1], True), [3], True))
      var = torch.mean(torch.mean(y * y, [1], True), [3], True)
      y = torch.gelu_(torch.addcmul(w[q + ".norm.bias"], y, torch.rsqrt(var + 1.0000000000000001e-05) * w[q + ".norm.weight"]))
      mean_row = torch.mean(y, [1], True)
      # Sums of squares over a whole row leave the range of half precision.
      centred = torch.to(torch.reshape(torch.permute(y - mean_row, [0, 2, 1, 3]), [b * l, n, h]), 6, False, False, None)
      covariance = torch.bmm(torch.transpose(centred, 1, 2), centred) / n
      within = torch.sum(covariance * w[q + ".gram"], [1, 2]).view([b, 1, l, 1])
      between, mean, = torch.var_mean(torch.linear(mean_row, w[q + ".expand"], w[q + ".expand.bias"]), [3], False, True)
      scale = torch.rsqrt(within + between + 1.0000000000000001e-05)
      # One more column each for the bias, the mean and GroupNorm's own bias: the product then does it all.
      z = (self).unset(y, [b, n, l, h + 3], )
      torch.copy_(z[:, :, :, :h], y * scale)
      torch.copy_(z[:, :, :, h:h + 1], scale)
      torch.copy_(z[:, :, :, h + 1:h + 2], mean * scale)
      torch.fill_(z[:, :, :, h + 2:], 1.)
      folded = w[q + ".folded"]
      step = (self).block(x, n, l * c, False, )
      for first in range(0, n, step):
        part = torch.reshape(z[:, first:first + step], [-1, h + 3])
        gate = torch.sigmoid_(torch.linear(part, folded[c:], None))
        wide = torch.linear(part, folded[:c], None)
        some = x[:, first:first + step]
        torch.addcmul_(some, wide.view(torch.size(some)), gate.view(torch.size(some)))
      dilation = 2 * dilation
    return x
