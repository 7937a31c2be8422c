  # Convolution along positions with kernel 2s and stride s, as one matrix product and one shifted sum; the positions from
  # first to last of its answer. [B, N, L, C] -> [B, N, last - first, C']
  def strided_conv(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, first: int, last: int) -> Tensor:
    b, n, l, c, = torch.size(x)
    s = self.stride
    start = first * s - torch.floordiv(s, 2)
    count = last - first + 1
    before = ops.prim.max(0, -start)
    end = ops.prim.min(count * s, l - start)
    padded = (self).unset(x, [b, n, count * s, c], )
    torch.fill_(padded[:, :, :before], 0.)
    torch.copy_(padded[:, :, before:end], x[:, :, start + before:start + end])
    torch.fill_(padded[:, :, end:], 0.)
    y = torch.linear(padded.view([b, n, count, s * c]), w[p + ".conv"], None)
    c_out = torch.floordiv(torch.size(y, 3), 2)
    return torch.add_(y[:, :, :-1, :c_out] + y[:, :, 1:, c_out:], w[p + ".conv.bias"])
  # The transpose of it, trimmed by half a stride at the start and to the length of `out`. [B, N, L, C], into [B, N, length, C']
  def transposed_conv(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, last: bool, out: Tensor) -> Tensor:
    b, n, l, c, = torch.size(x)
    weight = w[p + ".conv_tr"]
    # In two dimensions, for PyTorch would copy the weight for every row where rows are a part of something larger.
    y = (self).like(torch.linear((self).like(torch.reshape(x, [-1, c]), weight, ), weight, None), x, )
    block = torch.floordiv(torch.size(weight, 0), 2)
    y = y.view([b, n, l, 2 * block])
    z = (self).unset(y, [b, n, l + 1, block], )
    torch.copy_(z[:, :, 0], y[:, :, 0, :block])
    torch.add(y[:, :, 1:, :block], y[:, :, :-1, block:], alpha=1, out=z[:, :, 1:-1])
    torch.copy_(z[:, :, -1], y[:, :, -1, block:])
    torch.add_(z, w[p + ".conv_tr.bias"])
    z = z.view([b, n, self.stride * (l + 1), torch.size(out, 3)])
    if (p + ".norm2.weight") in w:
      z = (self).group_norm(z, w, p + ".norm2", self.norm_groups, )
    half = torch.floordiv(self.stride, 2)
    z = z[:, :, half:half + torch.size(out, 2)]
    if last:
      return torch.copy_(out, z)
    return torch.gelu(z, approximate="none", out=out)
  # GroupNorm over channels and all rows and positions; channels last, any rank
  def group_norm(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, groups: int) -> Tensor:
    c = torch.size(x, -1)
    # As an image of one column, whose kernel is made for channels last
    image = torch.permute(x.view([torch.size(x, 0), -1, 1, c]), [0, 3, 1, 2])
    y = torch.group_norm(image, groups, w[p + ".weight"], w[p + ".bias"], 1.0000000000000001e-05, False)
    return torch.reshape(torch.permute(y, [0, 2, 3, 1]), torch.size(x))
  # Gated linear unit of a 1x1 convolution; two products rather than one spare a copy of both halves.
  # [.., C], into `out` of the same shape, which may be `x` itself
  def gated_linear(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, out: Tensor) -> Tensor:
    weight = w[p + ".rewrite"]
    bias = w[p + ".rewrite.bias"]
    if (p + ".norm2.weight") in w:
      return torch.copy_(out, torch.glu((self).group_norm(torch.linear(x, weight, bias), w, p + ".norm2", self.norm_groups, ), -1))
    c = torch.floordiv(torch.size(weight, 0), 2)
    gate = torch.sigmoid_(torch.linear(x, weight[c:], bias[c:]))
    return torch.mul(torch.linear(x, weight[:c], bias[:c]), gate, out=out)
  # Gated linear unit of a convolution with context on both axes. [B, N, L, C] -> [B, N, L, C]
  def gated_context(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, norm: str, pad: List[int], out: Tensor) -> Tensor:
    weight = w[p + ".rewrite"]
    y = torch.conv2d((self).like(torch.permute(x, [0, 3, 1, 2]), weight, ), weight, w[p + ".rewrite.bias"], [1, 1], pad, [1, 1], 1)
    y = torch.contiguous((self).like(torch.permute(y, [0, 2, 3, 1]), x, ))
    if (norm + ".weight") in w:
      y = (self).group_norm(y, w, norm, self.norm_groups, )
    return torch.glu(y, -1, out=out)
