/// All that works without a window: files, models, the network, the command line.
@org.jspecify.annotations.NullMarked
module dev.unbraid.engine {
    requires static org.jspecify;
    requires ai.djl.api;
    requires ai.djl.pytorch_engine;
    requires com.google.gson;
    requires info.picocli;
    requires java.net.http;
    requires jdk.management;
    requires jdk.unsupported;
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;
    requires org.slf4j;

    exports dev.unbraid.audio;
    opens dev.unbraid.cli to info.picocli;
}
