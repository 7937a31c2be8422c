package dev.unbraid.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExceptionsTest {
    @Test
    void everyExceptionNamesAKnownRuleAndAReason() {
        for (var type : Engine.CLASSES) {
            HouseRule.exceptions(type).forEach(it -> {
                assertThat(HouseRule.named(it.get("rule").orElseThrow().toString())).as(type.getName()).isPresent();
                assertThat(it.get("value").orElseThrow().toString()).as(type.getName()).isNotBlank();
            });
        }
    }
}
