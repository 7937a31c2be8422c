package dev.unbraid.project;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A piece of a project's JSON that knows where it stands, so that damage can be named.
///
/// @param file  whose JSON it is
/// @param place such as `songs[0].mix`; empty is the root
record JsonPart(String file, String place, JsonElement json) {
    /// Reads a part, which must be whole.
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonPart part) throws ProjectFileException;
    }

    JsonPart part(String key) throws ProjectFileException {
        return optional(key).orElseThrow(() -> damaged(key, "it is missing"));
    }

    Optional<JsonPart> optional(String key) throws ProjectFileException {
        if (!json.isJsonObject()) {
            throw damaged("", "it is no object");
        }
        return Optional.ofNullable(json.getAsJsonObject().get(key)).map(it -> new JsonPart(file, below(key), it));
    }

    <T> Optional<T> optional(String key, Reading<T> reading) throws ProjectFileException {
        Optional<JsonPart> part = optional(key);
        return part.isPresent() ? Optional.of(part.get().as(reading)) : Optional.empty();
    }

    <T> List<T> list(String key, Reading<T> reading) throws ProjectFileException {
        JsonPart part = part(key);
        if (!part.json.isJsonArray()) {
            throw damaged(key, "it is no list");
        }
        List<T> values = new ArrayList<>();
        for (JsonElement element : part.json.getAsJsonArray()) {
            String index = "%s[%d]".formatted(part.place, values.size());
            values.add(new JsonPart(file, index, element).as(reading));
        }
        return values;
    }

    /// What the values themselves refuse becomes damage of this part.
    <T> T as(Reading<T> reading) throws ProjectFileException {
        try {
            return reading.of(this);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw damaged("", String.valueOf(e.getMessage()));
        }
    }

    String text() throws ProjectFileException {
        if (json instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw damaged("", "it is no text");
    }

    String text(String key) throws ProjectFileException {
        return part(key).text();
    }

    boolean flag(String key) throws ProjectFileException {
        if (part(key).json instanceof JsonPrimitive primitive && primitive.isBoolean()) {
            return primitive.getAsBoolean();
        }
        throw damaged(key, "it is neither true nor false");
    }

    double number(String key) throws ProjectFileException {
        return decimal(key).doubleValue();
    }

    int whole(String key) throws ProjectFileException {
        return part(key).as(_ -> decimal(key).intValueExact());
    }

    long longWhole(String key) throws ProjectFileException {
        return part(key).as(_ -> decimal(key).longValueExact());
    }

    private BigDecimal decimal(String key) throws ProjectFileException {
        if (part(key).json instanceof JsonPrimitive primitive && primitive.isNumber()) {
            return part(key).as(_ -> primitive.getAsBigDecimal());
        }
        throw damaged(key, "it is no number");
    }

    /// @param key of what is damaged within this; empty is this itself
    ProjectFileException damaged(String key, String reason) {
        return new ProjectFileException(ProjectFileException.Reason.DAMAGED, file, "%s is damaged at %s (%s); open its copy, or mend it there."
                .formatted(file, key.isEmpty() ? place : below(key), reason));
    }

    private String below(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
