package dev.unbraid.app.mixer;

/// Hears where a stem's header is carried to. Places are of the pointer, in pixels of the scene from its top.
public interface CarryListener {
    void over(double sceneY);

    /// It is let go here.
    void dropped(double sceneY);

    /// It stays where it was.
    void abandoned();
}
