  # Convolution along positions with kernel 2s and stride s, as one matrix product and one shifted sum.
  # [B, N, L, C] -> [B, N, ceil(L / s), C']
  def strided_conv(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, n, l, c, = torch.size(x)
    s = self.stride
    half = torch.floordiv(s, 2)
    out = torch.floordiv(l + s - 1, s)
    padded = (self).unset(x, [b, n, (out + 1) * s, c], )
    torch.fill_(padded[:, :, :half], 0.)
    torch.copy_(padded[:, :, half:half + l], x)
    torch.fill_(padded[:, :, half + l:], 0.)
    y = torch.linear(padded.view([b, n, out + 1, s * c]), w[p + ".conv"], None)
    c_out = torch.floordiv(torch.size(y, 3), 2)
    return torch.add_(y[:, :, :-1, :c_out] + y[:, :, 1:, c_out:], w[p + ".conv.bias"])
  # The transpose of it, trimmed to `length` positions. [B, N, L, C] -> [B, N, length, C']
  def transposed_conv(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, last: bool, length: int) -> Tensor:
    b, n, l, c, = torch.size(x)
    weight = w[p + ".conv_tr"]
    y = (self).like(torch.linear((self).like(x, weight, ), weight, None), x, )
    block = torch.floordiv(torch.size(y, 3), 2)
    out = (self).unset(y, [b, n, l + 1, block], )
    torch.copy_(out[:, :, 0], y[:, :, 0, :block])
    torch.add(y[:, :, 1:, :block], y[:, :, :-1, block:], alpha=1, out=out[:, :, 1:-1])
    torch.copy_(out[:, :, -1], y[:, :, -1, block:])
    torch.add_(out, w[p + ".conv_tr.bias"])
    c_out = torch.floordiv(block, self.stride)
    out = out.view([b, n, self.stride * (l + 1), c_out])
    if (p + ".norm2.weight") in w:
      out = (self).group_norm(out, w, p + ".norm2", self.norm_groups, )
    if not last:
      out = torch.gelu_(out)
    half = torch.floordiv(self.stride, 2)
    return out[:, :, half:half + length]
  # Of the type and on the device of another; to be filled at once
  def unset(self: __torch__.HTDemucs, like: Tensor, shape: List[int]) -> Tensor:
    return torch.empty(shape, dtype=ops.prim.dtype(like), layout=0, device=ops.prim.device(like), pin_memory=False)
  # GroupNorm over channels and all rows and positions; channels last, any rank
  def group_norm(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, groups: int) -> Tensor:
    c = torch.size(x, -1)
    # As an image of one column, whose kernel is made for channels last
    image = torch.permute(x.view([torch.size(x, 0), -1, 1, c]), [0, 3, 1, 2])
    y = torch.group_norm(image, groups, w[p + ".weight"], w[p + ".bias"], 1.0000000000000001e-05, False)
    return torch.reshape(torch.permute(y, [0, 2, 3, 1]), torch.size(x))
  # Gated linear unit of a 1x1 convolution; two products rather than one spare a copy of both halves.
  # [.., C] -> [.., C]
  def gated_linear(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    weight = w[p + ".rewrite"]
    bias = w[p + ".rewrite.bias"]
    if (p + ".norm2.weight") in w:
      return torch.glu((self).group_norm(torch.linear(x, weight, bias), w, p + ".norm2", self.norm_groups, ), -1)
    c = torch.floordiv(torch.size(weight, 0), 2)
    gate = torch.sigmoid_(torch.linear(x, weight[c:], bias[c:]))
    return torch.mul_(torch.linear(x, weight[:c], bias[:c]), gate)
  # Gated linear unit of a convolution with context on both axes. [B, N, L, C] -> [B, N, L, C]
  def gated_context(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str, norm: str, pad: List[int]) -> Tensor:
    weight = w[p + ".rewrite"]
    y = torch.conv2d((self).like(torch.permute(x, [0, 3, 1, 2]), weight, ), weight, w[p + ".rewrite.bias"], [1, 1], pad, [1, 1], 1)
    y = torch.contiguous((self).like(torch.permute(y, [0, 2, 3, 1]), x, ))
    if (norm + ".weight") in w:
      y = (self).group_norm(y, w, norm, self.norm_groups, )
    return torch.glu(y, -1)
