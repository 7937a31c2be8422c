/// Arithmetic on float arrays in the processor's vector registers: matrix products, attention, activations, Fourier
/// transforms. Columns stand side by side in the registers' lanes, so that no operation works across lanes.
///
/// Written with the JDK's vector module, which is an incubator: a process that loads a class of this package needs
/// `--add-modules jdk.incubator.vector`. It knows neither networks nor threads.
@org.jspecify.annotations.NullMarked
package dev.unbraid.vector;
