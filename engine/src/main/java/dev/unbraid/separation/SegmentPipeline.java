package dev.unbraid.separation;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The segments of one run on their way from network or store to the stems. While a network makes one, or as many as it
/// takes at once, those before are put into the store and joined, and so is what the store has. A process that is killed
/// before that is put loses both.
///
/// Between two segments of the network, when nothing of the run is on another thread, the run may rest or end. Runs once.
final class SegmentPipeline {
    private final SegmentOrder order;
    private final SegmentStore store;
    private final SegmentOutputs outputs;
    private final Assembly assembly;
    private final RunControl control;
    private final int total;
    private int done;
    private int reused;
    /// From a network, and neither in the store nor in the stems.
    private final Deque<Made> made = new ArrayDeque<>();

    private record Made(SegmentOrder.Next segment, SegmentRunner.Output output) {}

    SegmentPipeline(ModelBag bag, List<SeparationPass> passes, Assembly assembly, SegmentStore store, RunControl control) {
        order = new SegmentOrder(bag, passes);
        this.store = store;
        outputs = new SegmentOutputs(bag, store);
        this.assembly = assembly;
        this.control = control;
        total = passes.stream().mapToInt(SeparationPass::segments).sum();
    }

    SeparationOutcome run(SegmentRunner runner) throws IOException, ModelUnavailableException, BrokenOutputException {
        while (done < total) {
            if (!control.mayGoOn()) {
                // Who rests wants to hear what is there.
                keepMade();
            }
            if (control.isCancelled()) {
                keepMade();
                return new SeparationOutcome.Cancelled();
            }
            List<SegmentOrder.Next> atWork = begin(runner);
            keepMade();
            if (atWork.isEmpty()) {
                joinStored();
            } else {
                while (runner.isAtWork() && control.mayGoOn() && joinStored()) {
                    // There is time for one more.
                }
                List<SegmentRunner.Output> answers = runner.await().orElse(List.of());
                for (int i = 0; i < answers.size(); i++) {
                    made.add(new Made(atWork.get(i), answers.get(i)));
                }
            }
        }
        return new SeparationOutcome.Finished(total, reused);
    }

    /// @return what the network is at work at now; empty if all is made
    private List<SegmentOrder.Next> begin(SegmentRunner runner) throws IOException {
        Map<SegmentKey, SegmentOrder.Next> batch = new LinkedHashMap<>();
        for (int size = runner.batch(); size > 0; size--) {
            toMake(runner, batch.keySet()).ifPresent(it -> batch.put(it.key(), it));
        }
        List<SegmentOrder.Next> wanted = List.copyOf(batch.values());
        if (!wanted.isEmpty()) {
            SegmentOrder.Next first = wanted.getFirst();
            BitSet others = first.pass().unmade();
            wanted.stream().filter(it -> it.pass() == first.pass()).forEach(it -> others.clear(it.index()));
            runner.begin(wanted, () -> isCalledOff(first, others));
        }
        return wanted;
    }

    private Optional<SegmentOrder.Next> toMake(SegmentRunner runner, Set<SegmentKey> taken) throws IOException {
        Optional<SegmentOrder.Next> next = order.toMake(control, runner.member(), taken);
        while (next.isPresent() && isMade(next.get().key())) {
            next.get().pass().setStored(next.get().index(), true);
            next = order.toMake(control, runner.member(), taken);
        }
        return next;
    }

    /// By the network just now, by another run, or in another pass with the same shift.
    private boolean isMade(SegmentKey key) throws IOException {
        return made.stream().anyMatch(it -> it.segment().key().equals(key)) || store.has(key);
    }

    private boolean isCalledOff(SegmentOrder.Next atWork, BitSet missing) {
        OptionalLong jumpedTo = control.jumpedTo();
        return control.isCalledOff()
                || (jumpedTo.isPresent() && SegmentOrder.isOvertaken(atWork, missing, jumpedTo.getAsLong()));
    }

    private void keepMade() throws IOException, BrokenOutputException {
        while (!made.isEmpty()) {
            Made keeping = made.remove();
            outputs.put(keeping.segment().pass(), keeping.segment().index(), keeping.output());
            join(keeping.segment());
        }
    }

    /// @return whether there was one
    private boolean joinStored() throws IOException {
        Optional<SegmentOrder.Next> next = order.atHand(control);
        if (next.isEmpty()) {
            return false;
        }
        if (store.has(next.get().key())) {
            reused++;
            control.reused();
            join(next.get());
        } else {
            // It was damaged. Something else may be more urgent than making it again.
            next.get().pass().setStored(next.get().index(), false);
        }
        return true;
    }

    private void join(SegmentOrder.Next joining) throws IOException {
        assembly.take(joining.pass(), joining.index());
        control.progress(++done, total);
    }
}
