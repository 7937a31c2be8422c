package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.atomic.AtomicIntegerArray;

class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPartIsRunOnceByAMemberThatDoesNothingElseMeanwhile(int members) {
        AtomicIntegerArray runs = new AtomicIntegerArray(1000);
        AtomicIntegerArray busy = new AtomicIntegerArray(members);
        try (Team team = new Team(members)) {
            for (int round = 0; round < 20; round++) {
                team.share(runs.length(), (member, part) -> {
                    assertThat(busy.incrementAndGet(member)).isEqualTo(1);
                    runs.incrementAndGet(part);
                    busy.decrementAndGet(member);
                });
            }
        }
        for (int part = 0; part < runs.length(); part++) {
            assertThat(runs.get(part)).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aPartThatFailsFailsTheWholeAndTheTeamGoesOn(int members) {
        try (Team team = new Team(members)) {
            assertThatThrownBy(() -> team.share(50, (_, part) -> {
                if (part % 10 == 7) {
                    throw new IllegalArgumentException("part " + part);
                }
            })).hasMessageContaining("part ");
            AtomicIntegerArray runs = new AtomicIntegerArray(50);
            team.share(50, (_, part) -> runs.incrementAndGet(part));
            assertThat(runs.get(49)).isEqualTo(1);
        }
    }
}
