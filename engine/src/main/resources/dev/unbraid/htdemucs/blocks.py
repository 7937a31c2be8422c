  # Layers go through some rows at a time, so that what one operation leaves is still in the processor's cache when the
  # next one reads it, and a layer's widest tensors are never there as a whole. A GPU takes all rows at once, as does
  # a norm that sees them together.
  # `numbers` in each row -> rows to take
  def block(self: __torch__.HTDemucs, like: Tensor, rows: int, numbers: int, together: bool) -> int:
    taken = rows
    if not together and not ops.prim.is_cuda(like):
      blocks = torch.floordiv(rows * numbers + self.block_numbers - 1, self.block_numbers)
      taken = torch.floordiv(rows + blocks - 1, blocks)
    return taken
  # The sum of two from row first to last, with zeros where there are no rows. [B, N, L, C] -> [B, last - first, L, C]
  def joined(self: __torch__.HTDemucs, x: Tensor, y: Tensor, first: int, last: int) -> Tensor:
    b, n, l, c, = torch.size(x)
    before = ops.prim.max(0, -first)
    end = ops.prim.min(last, n)
    out = (self).unset(x, [b, last - first, l, c], )
    torch.fill_(out[:, :before], 0.)
    torch.add(x[:, first + before:end], y[:, first + before:end], alpha=1, out=out[:, before:end - first])
    torch.fill_(out[:, end - first:], 0.)
    return out
  # Of the type and on the device of another; to be filled at once
  def unset(self: __torch__.HTDemucs, like: Tensor, shape: List[int]) -> Tensor:
    return torch.empty(shape, dtype=ops.prim.dtype(like), layout=0, device=ops.prim.device(like), pin_memory=False)
