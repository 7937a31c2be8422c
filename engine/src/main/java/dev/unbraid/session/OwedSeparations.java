package dev.unbraid.session;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.unbraid.project.SongId;
import dev.unbraid.settings.WholeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Keeps on disk which separations run or wait, for after a crash: written as soon as one begins or ends.
final class OwedSeparations implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(OwedSeparations.class);

    private final Path file;
    private final JobBoard board;
    private final Executor background;
    /// The session thread's.
    private List<SeparateWish> told = List.of();
    private boolean closed;

    /// @param background runs tasks elsewhere
    OwedSeparations(Path file, JobBoard board, Executor background) {
        this.file = file;
        this.board = board;
        this.background = background;
    }

    @Override
    public void jobsChanged() {
        List<SeparateWish> now = owed();
        if (!now.equals(told)) {
            told = now;
            background.execute(this::write);
        }
    }

    private List<SeparateWish> owed() {
        return board.jobs().stream()
                .filter(it -> !it.state().isOver())
                .flatMap(it -> it.task() instanceof StemTask stems ? Stream.of(stems.wish()) : Stream.empty())
                .toList();
    }

    /// Writes what there is now: of several at once the last has the last word.
    private synchronized void write() {
        if (closed) {
            return;
        }
        try {
            JsonArray wishes = new JsonArray();
            owed().forEach(it -> wishes.add(json(it)));
            WholeText.write(file, wishes.toString());
        } catch (IOException e) {
            LOG.warn("what is being separated could not be kept for after a crash", e);
        }
    }

    private static JsonObject json(SeparateWish wish) {
        JsonArray stems = new JsonArray();
        wish.stems().forEach(stems::add);
        JsonObject json = new JsonObject();
        json.addProperty("song", wish.song().value());
        json.addProperty("model", wish.model());
        json.add("stems", stems);
        json.addProperty("shifts", wish.shifts());
        json.addProperty("device", wish.device());
        return json;
    }

    /// From now on nothing is written.
    synchronized void close() {
        closed = true;
    }

    /// What a session that has crashed owed, in the order in which it was to run; none if that is lost.
    static List<SeparateWish> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<SeparateWish> wishes = new ArrayList<>();
            for (JsonElement wish : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
                wishes.add(wish(wish.getAsJsonObject()));
            }
            return List.copyOf(wishes);
        } catch (IOException | JsonParseException | IllegalStateException | UnsupportedOperationException
                | IllegalArgumentException e) {
            LOG.warn("{} is damaged; what was being separated does not go on", file, e);
            return List.of();
        }
    }

    private static SeparateWish wish(JsonObject json) {
        List<String> stems = part(json, "stems").getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList();
        return new SeparateWish(new SongId(part(json, "song").getAsString()), part(json, "model").getAsString(), stems,
                part(json, "shifts").getAsInt(), part(json, "device").getAsString());
    }

    private static JsonElement part(JsonObject json, String key) {
        return Optional.ofNullable(json.get(key)).orElseThrow(() -> new JsonParseException(key + " is missing"));
    }
}
