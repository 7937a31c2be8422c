/// Files to named tensors: reads, checks, keeps and fetches the weights of a network.
///
/// Recognises a checkpoint by its content, runs nothing that lies in it, and keeps what was installed in one folder that the
/// caller names. Knows neither devices nor the network that takes the tensors, nor where the user's folders are.
package dev.unbraid.checkpoint;
