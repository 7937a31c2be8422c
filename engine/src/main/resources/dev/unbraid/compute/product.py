# TorchScript, read by PrecisionProbe: products in one type, whose answer is a single number.
class Product(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  type : int
  def prepare(self: __torch__.Product, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
    w["square"] = torch.to(w["square"], self.type, False, False, None)
    return w
  def forward(self: __torch__.Product, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
    y = torch.to(x, self.type, False, False, None)
    for i in range(2):
      y = torch.linear(y, w["square"], None)
    return torch.to(y[:1, :1], 6, False, False, None)
