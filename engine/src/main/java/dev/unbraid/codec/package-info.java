/// Sound files to frames and back, and from one sample rate to another.
///
/// Behind this package lies FFmpeg's libraries through JavaCPP; none of its types leaves it. Knows nothing of what the
/// frames are for.
package dev.unbraid.codec;
