  # Multi-head attention; LayerScale is folded into the output product. q [B, T, C], k and v [B, S, C] -> [B, T, C]
  def attention(self: __torch__.HTDemucs, q: Tensor, k: Tensor, v: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    b, t, c, = torch.size(q)
    s = torch.size(k, 1)
    heads = self.t_heads
    width = torch.floordiv(c, heads)
    qh = torch.transpose(q.view([b, t, heads, width]), 1, 2)
    kh = torch.transpose(k.view([b, s, heads, width]), 1, 2)
    vh = torch.transpose(v.view([b, s, heads, width]), 1, 2)
    y = torch.scaled_dot_product_attention(qh, kh, vh)
    return (self).product(torch.reshape(torch.transpose(y, 1, 2), [b, t, c]), w, p + ".out_proj", )
  def self_attention(self: __torch__.HTDemucs, x: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    c = torch.size(x, 2)
    y = (self).product(x, w, p + ".in_proj", )
    return (self).attention(y[:, :, :c], y[:, :, c:2 * c], y[:, :, 2 * c:], w, p, )
  def cross_attention(self: __torch__.HTDemucs, x: Tensor, other: Tensor, w: Dict[str, Tensor], p: str) -> Tensor:
    c = torch.size(x, 2)
    weight = w[p + ".in_proj"]
    bias = w[p + ".in_proj.bias"]
    q = torch.linear((self).like(x, weight, ), weight[:c], bias[:c])
    kv = torch.linear((self).like(other, weight, ), weight[c:], bias[c:])
    return (self).attention(q, kv[:, :, :c], kv[:, :, c:], w, p, )
