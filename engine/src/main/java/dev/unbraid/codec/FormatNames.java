package dev.unbraid.codec;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSLESS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSY;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_exact_bits_per_sample;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;

import dev.unbraid.audio.AudioSpec;
import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// What users call the formats.
final class FormatNames {
    private static final Map<String, String> CONTAINERS = Map.ofEntries(
            Map.entry("w64", "Wave64"),
            Map.entry("aiff", "AIFF"),
            Map.entry("caf", "Core Audio"),
            Map.entry("au", "AU"),
            Map.entry("flac", "FLAC"),
            Map.entry("ape", "Monkey's Audio"),
            Map.entry("wv", "WavPack"),
            Map.entry("tta", "True Audio"),
            Map.entry("mp3", "MP3"),
            Map.entry("aac", "ADTS"),
            Map.entry("ogg", "Ogg"),
            Map.entry("mov", "MPEG-4"),
            Map.entry("asf", "Windows Media"),
            Map.entry("matroska", "Matroska"),
            Map.entry("avi", "AVI"),
            Map.entry("mpegts", "MPEG transport stream"),
            Map.entry("mpeg", "MPEG program stream"),
            Map.entry("flv", "Flash video"));
    private static final Map<String, String> CODECS = Map.ofEntries(
            Map.entry("flac", "FLAC"),
            Map.entry("alac", "Apple Lossless (ALAC)"),
            Map.entry("mp1", "MPEG-1 Layer I"),
            Map.entry("mp2", "MPEG-1 Layer II"),
            Map.entry("mp3", "MPEG-1 Layer III (MP3)"),
            Map.entry("aac", "AAC"),
            Map.entry("vorbis", "Vorbis"),
            Map.entry("opus", "Opus"),
            Map.entry("wmav1", "Windows Media Audio 1"),
            Map.entry("wmav2", "Windows Media Audio 2"),
            Map.entry("wmapro", "Windows Media Audio Pro"),
            Map.entry("wmalossless", "Windows Media Audio Lossless"),
            Map.entry("ac3", "Dolby Digital (AC-3)"),
            Map.entry("eac3", "Dolby Digital Plus (E-AC-3)"));

    private FormatNames() {}

    static AudioFileInfo describe(Path file, Demuxer demuxer, AudioSpec spec, OptionalLong frames) {
        AVCodecParameters parameters = demuxer.stream().codecpar();
        return new AudioFileInfo(
                container(file, demuxer.containerNames()),
                codec(parameters.codec_id()),
                spec,
                frames,
                bits(parameters),
                Metadata.read(demuxer.container().metadata(), demuxer.stream().metadata()));
    }

    private static String container(Path file, String names) {
        String first = names.split(",", 2)[0];
        return first.equals("wav") ? wave(file) : CONTAINERS.getOrDefault(first, first.toUpperCase(Locale.ROOT));
    }

    /// One demuxer reads them all; the first four letters tell them apart.
    private static String wave(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String magic = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            return magic.equals("RF64") || magic.equals("BW64") ? magic : "WAV";
        } catch (IOException e) {
            return "WAV";
        }
    }

    private static String codec(int id) {
        AVCodecDescriptor descriptor = avcodec_descriptor_get(id);
        String name = descriptor.name().getString();
        if (!name.startsWith("pcm_")) {
            return CODECS.getOrDefault(name, descriptor.long_name().getString());
        }
        String bits = " %d-bit".formatted(av_get_exact_bits_per_sample(id));
        return switch (name.charAt("pcm_".length())) {
            case 's' -> "PCM" + bits;
            case 'u' -> "PCM" + bits + " unsigned";
            case 'f' -> "PCM" + bits + " float";
            default -> descriptor.long_name().getString();
        };
    }

    private static int bits(AVCodecParameters parameters) {
        int exact = av_get_exact_bits_per_sample(parameters.codec_id());
        if (exact > 0) {
            return exact;
        }
        return isLossless(parameters.codec_id()) ? parameters.bits_per_raw_sample() : 0;
    }

    static boolean isLossless(int codec) {
        int properties = avcodec_descriptor_get(codec).props();
        return (properties & AV_CODEC_PROP_LOSSLESS) != 0 && (properties & AV_CODEC_PROP_LOSSY) == 0;
    }
}
