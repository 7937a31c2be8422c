package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.cli.Table.Align;
import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    @Test void columnsAlignAndNoLineEndsInSpaces() {
        Table table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT))
                .row("Stem", "dB", "Note")
                .row("bass", "-12.50", "")
                .row("Gesang 绊", "3.00", "loud");
        assertThat(table.lines()).containsExactly(
                "Stem          dB  Note",
                "bass      -12.50",
                "Gesang 绊    3.00  loud");
    }
}
