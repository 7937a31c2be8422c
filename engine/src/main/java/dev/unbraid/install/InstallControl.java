package dev.unbraid.install;

/// The caller's side of an installation: hears how it goes, and may end it. Called by the installing thread only.
public interface InstallControl {
    /// Asked several times a second while anything takes time.
    boolean isCancelled();

    void report(InstallProgress progress);
}
