/// The window. Empty until the engine is done: `./unbraid` prints the command line's help meanwhile.
module dev.unbraid.app {
    requires dev.unbraid.engine;
    requires dev.unbraid.ui;
}
