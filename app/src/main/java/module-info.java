/// The window.
@org.jspecify.annotations.NullMarked
module dev.unbraid.app {
    requires static org.jspecify;
    requires atlantafx.base;
    requires dev.unbraid.engine;
    requires dev.unbraid.ui;
    requires java.desktop;
    requires javafx.controls;
    requires javafx.swing;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;

    exports dev.unbraid.app to javafx.graphics;
}
