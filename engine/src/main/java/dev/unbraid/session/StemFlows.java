package dev.unbraid.session;

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
                // Stems are named by the model's author: no part of a path.
                StemFlow.Place place = new StemFlow.Place(work, "stem-%d".formatted(opened.size()));
                opened.put(stem, StemFlow.into(lanes.recording(stem), place, bag.spec(), length));
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
