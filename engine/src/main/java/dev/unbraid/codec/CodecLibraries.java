package dev.unbraid.codec;

import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;

import java.nio.file.Path;

/// FFmpeg's native libraries.
public final class CodecLibraries {
    private CodecLibraries() {}

    /// Where they are unpacked at first use, some 60 MB. To be said before anything else of this package is used.
    public static void unpackInto(Path folder) {
        // JavaCPP reads it when it loads the first library; its own choice is a hidden folder in the user's home.
        System.setProperty("org.bytedeco.javacpp.cachedir", folder.toString());
    }

    /// Loads them, which takes a quarter of a second, and the first time some seconds more. Whoever opens or writes a file
    /// may leave that to chance.
    ///
    /// @throws UnsatisfiedLinkError if that fails
    public static void load() {
        Loader.load(avformat.class);
        Loader.load(swresample.class);
    }
}
