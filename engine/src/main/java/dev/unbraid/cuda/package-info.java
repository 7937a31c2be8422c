/// PyTorch's libraries for NVIDIA GPUs, which are too large to come with the program: which there are, how they arrive, and
/// where they lie.
///
/// Does not load them: it knows files, and [dev.unbraid.compute] knows what to do with the folder.
package dev.unbraid.cuda;
