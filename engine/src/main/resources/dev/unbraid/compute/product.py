# TorchScript, read by Products: products in one type, as many as the input has numbers; the answer is a single one.
class Product(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  type : int
  rows : int
  width : int
  def prepare(self: __torch__.Product, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
    value = torch.to(w["value"], self.type, False, False, None)
    w["rows"] = torch.contiguous(torch.expand(value, [self.rows, self.width]))
    w["square"] = torch.contiguous(torch.expand(value, [self.width, self.width]))
    return w
  def forward(self: __torch__.Product, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
    y = w["rows"]
    for i in range(torch.size(x, 0)):
      y = torch.linear(y, w["square"], None)
    return torch.to(y[:1, :1], 6, False, False, None)
