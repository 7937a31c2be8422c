package dev.unbraid.app.separate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.Forecast;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

class SeparateWordsTest {
    private static Forecast of(double seconds, long bytes) {
        return new Forecast(OptionalDouble.of(200), OptionalDouble.of(seconds), bytes, 0, Optional.empty());
    }

    @Test void aForecastIsAsRoughAsItIsKnown() {
        SeparateWords words = new SeparateWords(Locale.ENGLISH);
        assertThat(words.forecast(of(8.4, 3_000_000))).hasValue("about 8 s · 3 MB of disk");
        assertThat(words.forecast(of(128, 640_000_000))).hasValue("about 2 min 10 s · 640 MB of disk");
        assertThat(words.forecast(of(7800, 2_340_000_000L))).hasValue("about 2 h 10 min · 2.3 GB of disk");
        assertThat(new SeparateWords(Locale.SIMPLIFIED_CHINESE).forecast(of(128, 640_000_000)))
                .hasValue("约需 2 分 10 秒 · 占用磁盘 640 MB");
    }

    @Test void whatIsNotKnownIsNotSaid() {
        Forecast unknown = new Forecast(OptionalDouble.of(1), OptionalDouble.empty(), 1, 1, Optional.empty());
        assertThat(new SeparateWords(Locale.ENGLISH).forecast(unknown)).isEmpty();
    }
}
