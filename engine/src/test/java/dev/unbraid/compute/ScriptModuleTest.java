package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class ScriptModuleTest {
    private static final String SOURCE = """
            class Small(Module):
              __parameters__ = []
              __buffers__ = []
              training : bool
              factor : float
              label : str
              count : int
              def prepare(self: __torch__.Small, w: Dict[str, Tensor]) -> Dict[str, Tensor]:
                return w
              def forward(self: __torch__.Small, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
                if self.label == "three" and self.count == 3:
                  return x * w["gain"] * self.factor
                return x
              def endless(self: __torch__.Small, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
                for i in range(1000000000):
                  if "called_off" in w:
                    if bool(w["called_off"]):
                      ops.prim.RaiseException("called off")
                return x
              def greedy(self: __torch__.Small, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
                return torch.zeros([1099511627776], dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False)
              def doubled(self: __torch__.Small, x: Tensor, w: Dict[str, Tensor]) -> Tensor:
                rows = torch.size(x, 0)
                numbers = 1
                if rows > 2:
                  numbers = 1099511627776
                room = torch.zeros([numbers], dtype=6, layout=0, device=ops.prim.device(x), pin_memory=False)
                return torch.cat([x + room[0], torch.full_like(x, rows)], 1)
            """;
    private static final TorchScriptArchive ARCHIVE = new TorchScriptArchive("Small", SOURCE,
            Map.of("training", false, "factor", 0.5, "label", "three", "count", 3));

    @Test
    void aModuleAssembledFromTextRunsWithItsAttributesAndWeights() {
        try (ScriptModule module = load()) {
            assertThat(module.run("forward", vector(1, 2)).values()).containsExactly(5, 10);
        }
    }

    @Test
    void theSameModuleIsTheSameBytes() {
        assertThat(ARCHIVE.toBytes()).isEqualTo(ARCHIVE.toBytes());
    }

    @Test
    void aMethodThatIsCalledOffGivesUpAndTheNextOneRuns() {
        try (ScriptModule module = load()) {
            long deadline = System.nanoTime() + 50_000_000;
            assertThat(module.run("endless", List.of(vector(1)), () -> System.nanoTime() > deadline)).isEmpty();
            assertThat(module.run("forward", vector(1, 2)).values()).containsExactly(5, 10);
        }
    }

    @Test
    void memoryThatIsNotThereIsToldFromOtherFailures() {
        try (ScriptModule module = load()) {
            assertThatThrownBy(() -> module.run("greedy", vector(1))).isInstanceOf(DeviceMemoryException.class)
                    .hasMessageContaining("memory on cpu");
            assertThatThrownBy(() -> module.run("forward", vector(1, 2, 3))).isNotInstanceOf(DeviceMemoryException.class);
        }
    }

    @Test
    void whatTheDeviceTakesAtOnceRunsSideBySideAndIsAnsweredOneByOne() {
        Deque<Long> free = new ArrayDeque<>(List.of(1000L, 900L));
        try (ScriptModule module = load(new BatchSize(() -> OptionalLong.of(free.remove())))) {
            assertThat(rows(module, 5)).as("one to measure, then batches that fit: four would not")
                    .containsExactly(1f, 2f, 2f, 2f, 2f);
            assertThat(module.batch()).isEqualTo(2);
            assertThat(rows(module, 3)).containsExactly(2f, 2f, 1f);
        }
    }

    /// In how many rows each of the inputs ran.
    private static List<Float> rows(ScriptModule module, int inputs) {
        List<Tensor> given = IntStream.range(0, inputs).mapToObj(i -> new Tensor(new float[] {i}, List.of(1L, 1L))).toList();
        List<Tensor> answers = module.run("doubled", given, () -> false).orElseThrow();
        for (int i = 0; i < inputs; i++) {
            assertThat(answers.get(i).shape()).containsExactly(1L, 2L);
            assertThat(answers.get(i).values()[0]).isEqualTo(i);
        }
        return answers.stream().map(it -> it.values()[1]).toList();
    }

    private static ScriptModule load() {
        return load(BatchSize.one());
    }

    private static ScriptModule load(BatchSize batch) {
        return new ScriptModule(TestEngine.get(), new ComputeDevice.Cpu(), ARCHIVE, batch,
                Stream.of(Map.entry("gain", vector(10, 10))));
    }

    private static Tensor vector(float... values) {
        return new Tensor(values, List.of((long) values.length));
    }
}
