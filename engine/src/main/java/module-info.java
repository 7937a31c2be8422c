/// All that works without a window: files, models, the network, the command line.
@org.jspecify.annotations.NullMarked
module dev.unbraid.engine {
    requires static org.jspecify;
    // Only workers have it: whoever has it says on its standard error that it is an incubator.
    requires static jdk.incubator.vector;
    requires TarsosDSP;
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires com.google.gson;
    requires info.picocli;
    requires java.desktop;
    requires java.net.http;
    requires jdk.management;
    requires jdk.unsupported;
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;
    requires org.slf4j;

    exports dev.unbraid.audio;
    exports dev.unbraid.assets to dev.unbraid.app;
    exports dev.unbraid.batch to dev.unbraid.app;
    exports dev.unbraid.cache to dev.unbraid.app;
    exports dev.unbraid.codec to dev.unbraid.app;
    exports dev.unbraid.engine to dev.unbraid.app;
    exports dev.unbraid.mix to dev.unbraid.app;
    exports dev.unbraid.overview to dev.unbraid.app;
    exports dev.unbraid.playback to dev.unbraid.app;
    exports dev.unbraid.plugin to dev.unbraid.app;
    exports dev.unbraid.project to dev.unbraid.app;
    exports dev.unbraid.separation to dev.unbraid.app;
    exports dev.unbraid.session to dev.unbraid.app;
    exports dev.unbraid.settings to dev.unbraid.app;
    opens dev.unbraid.cli to info.picocli;
    opens dev.unbraid.separation to com.google.gson;
    opens dev.unbraid.session to com.google.gson;
    opens dev.unbraid.settings to com.google.gson;
}
