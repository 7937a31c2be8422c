package dev.unbraid.htdemucs;

/// A convolution of a plane that answers some rows together.
sealed interface ContextConvolution permits Convolution, WinogradConvolution {
    /// How many.
    int rows();

    /// From one row's answers to the next.
    int resultNumbers();

    /// @param answers whose row counts those that are answered together
    /// @return a tile of all channels for each row, one after the other, in the scratch
    float[] at(Grid.Place answers, Scratch scratch);
}
