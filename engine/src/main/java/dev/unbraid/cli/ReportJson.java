package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.project.SumLock;
import dev.unbraid.session.SeparateReport;

/// A finished separation, for programs.
final class ReportJson {
    private ReportJson() {}

    static JsonObject of(String file, SeparateReport report, MemoryFigures memory) {
        JsonObject event = JsonLines.event("result");
        event.addProperty("file", file);
        event.add("stems", stems(report));
        JsonArray papers = new JsonArray();
        report.papers().forEach(it -> papers.add(it.toString()));
        event.add("papers", papers);
        event.addProperty("inputSha256", report.recipe().inputSha256());
        event.addProperty("model", report.recipe().model());
        event.addProperty("seed", report.recipe().seed());
        event.add("offsets", offsets(report));
        event.addProperty("sumLock", switch (report.recipe().sumLock()) {
            case SumLock.Off() -> "off";
            case SumLock.Fold(String stem) -> "fold:" + stem;
            case SumLock.Spread() -> "spread";
        });
        JsonLines.addNumber(event, "residualDb", report.residualDb().orElse(Double.NaN));
        event.addProperty("reusedSegments", report.reusedSegments());
        event.addProperty("seconds", report.seconds());
        memory.addTo(event);
        JsonArray warnings = new JsonArray();
        report.warnings().forEach(it -> warnings.add(it.sentence()));
        event.add("warnings", warnings);
        return event;
    }

    private static JsonArray stems(SeparateReport report) {
        JsonArray stems = new JsonArray();
        for (SeparateReport.StemFile written : report.stems()) {
            JsonObject stem = new JsonObject();
            stem.addProperty("stem", written.stem());
            stem.addProperty("path", written.path().toString());
            stem.addProperty("frames", written.length().frames());
            stem.addProperty("sampleRate", written.length().sampleRate());
            JsonLines.addNumber(stem, "peakDbfs", written.peakDb());
            stem.addProperty("gain", written.gain());
            stems.add(stem);
        }
        return stems;
    }

    private static JsonArray offsets(SeparateReport report) {
        JsonArray all = new JsonArray();
        report.recipe().offsets().forEach(network -> {
            JsonArray of = new JsonArray();
            network.forEach(of::add);
            all.add(of);
        });
        return all;
    }
}
