package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.StemTape;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All stems of one separation on their way into their lanes.
record StemFlows(List<String> stems, List<StemFlow> flows) implements Closeable {
    StemFlows {
        stems = List.copyOf(stems);
        flows = List.copyOf(flows);
    }

    static StemFlows open(StemLanes lanes, WorkFolder work, ModelBag bag, StemFlow.Length length)
            throws IOException {
        Map<String, StemFlow> opened = new LinkedHashMap<>();
        try {
            for (String stem : lanes.stems()) {
                PcmFile file = PcmFile.create(work.file("stem-%d.f32".formatted(opened.size())), bag.spec().channels());
                opened.put(stem, new StemFlow(lanes.recording(stem), file, bag.spec(), length));
            }
        } catch (IOException | RuntimeException e) {
            for (StemFlow flow : opened.values()) {
                flow.close();
            }
            throw e;
        }
        return new StemFlows(List.copyOf(opened.keySet()), List.copyOf(opened.values()));
    }

    Map<String, StemTape> tapes() {
        Map<String, StemTape> tapes = new LinkedHashMap<>();
        for (int i = 0; i < stems.size(); i++) {
            tapes.put(stems.get(i), flows.get(i));
        }
        return tapes;
    }

    @Override
    public void close() throws IOException {
        for (StemFlow flow : flows) {
            flow.close();
        }
    }
}
