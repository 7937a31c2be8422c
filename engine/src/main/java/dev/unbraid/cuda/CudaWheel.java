package dev.unbraid.cuda;

import dev.unbraid.install.PinnedFile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// One package of a [CudaSet]: a zip file.
public record CudaWheel(PinnedFile file, URI source) {
    /// Libraries, in the folders where they look for each other.
    private static final Pattern LIBRARY =
            Pattern.compile("(torch/lib|nvidia/[A-Za-z0-9_]+/(lib|bin))/[A-Za-z0-9_.+-]+(\\.so(\\.[0-9]+)*|\\.dll)");
    /// They want a running Python.
    private static final Pattern FOR_PYTHON =
            Pattern.compile(".*/(lib)?(torch_python|shm|torch_global_deps)\\.(so|dll)");

    /// Writes the libraries of a wheel below a folder.
    static void unpack(Path wheel, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            List<? extends ZipEntry> libraries = zip.stream().filter(entry -> isWanted(entry.getName())).toList();
            for (ZipEntry library : libraries) {
                Path target = folder.resolve(library.getName());
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(library)) {
                    Files.copy(in, target);
                }
            }
        }
    }

    private static boolean isWanted(String name) {
        return LIBRARY.matcher(name).matches() && !FOR_PYTHON.matcher(name).matches();
    }
}
