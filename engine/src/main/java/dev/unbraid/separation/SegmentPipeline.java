package dev.unbraid.separation;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The segments of one run on their way from network or store to the stems. While a network makes one, what was made
/// before it, and what the store has, is joined.
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
    /// In the store, and not in the stems.
    private Optional<SegmentOrder.Next> made = Optional.empty();

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
                joinMade();
            }
            if (control.isCancelled()) {
                joinMade();
                return new SeparationOutcome.Cancelled();
            }
            Optional<SegmentOrder.Next> atWork = begin(runner);
            joinMade();
            if (atWork.isPresent()) {
                while (runner.isAtWork() && control.mayGoOn() && joinStored()) {
                    // There is time for one more.
                }
                Optional<float[]> output = runner.await();
                if (output.isPresent()) {
                    outputs.put(atWork.get().pass(), atWork.get().index(), output.get());
                    atWork.get().pass().setStored(atWork.get().index(), true);
                    made = atWork;
                }
            } else {
                joinStored();
            }
        }
        return new SeparationOutcome.Finished(total, reused);
    }

    /// @return what the network is at work at now; empty if all is made
    private Optional<SegmentOrder.Next> begin(SegmentRunner runner) throws IOException {
        Optional<SegmentOrder.Next> next = order.toMake(control, runner.member());
        while (next.isPresent() && store.has(next.get().key())) {
            // Another run has put it, or another pass with the same shift.
            next.get().pass().setStored(next.get().index(), true);
            next = order.toMake(control, runner.member());
        }
        next.ifPresent(it -> {
            BitSet others = it.pass().unmade();
            others.clear(it.index());
            runner.begin(it.pass(), it.index(), () -> isCalledOff(it, others));
        });
        return next;
    }

    private boolean isCalledOff(SegmentOrder.Next atWork, BitSet missing) {
        OptionalLong jumpedTo = control.jumpedTo();
        return control.isCalledOff()
                || (jumpedTo.isPresent() && SegmentOrder.isOvertaken(atWork, missing, jumpedTo.getAsLong()));
    }

    private void joinMade() throws IOException {
        if (made.isPresent()) {
            SegmentOrder.Next joining = made.get();
            made = Optional.empty();
            join(joining);
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
