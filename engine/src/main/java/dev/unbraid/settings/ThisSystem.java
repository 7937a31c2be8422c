package dev.unbraid.settings;

/// The kind of machine that this process runs on, as Java names it.
///
/// @param os   such as `Linux` or `Windows 11`
/// @param arch such as `amd64`
public record ThisSystem(String os, String arch) {
    public static ThisSystem ofThisProcess() {
        return new ThisSystem(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }
}
