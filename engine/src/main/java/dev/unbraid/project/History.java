package dev.unbraid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The document now, all that led to it and all that was undone. A value: every change gives a new one.
///
/// @param past   oldest first
/// @param future next to be redone last
/// @param open   whether a further change of the same kind to the same thing joins the last step
public record History(List<Step> past, Project present, List<Step> future, boolean open) {
    /// @param before what undoing this step brings back, or redoing it leaves
    public record Step(Edit edit, Project before) {}

    public History {
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    public static History of(Project project) {
        return new History(List.of(), project, List.of(), false);
    }

    /// The edit done. Mixer moves and changes of looks of one lane join into one step until [#sealed].
    public History with(Edit edit) {
        Project changed = edit.applyTo(present);
        if (changed.equals(present)) {
            return this;
        }
        if (!open || past.isEmpty() || !joins(past.getLast().edit(), edit)) {
            return new History(plus(past, new Step(edit, present)), changed, List.of(), true);
        }
        Project before = past.getLast().before();
        List<Step> earlier = past.subList(0, past.size() - 1);
        // There and back again is nothing to undo; and the step before it is not this gesture's to join.
        return changed.equals(before)
                ? new History(earlier, before, List.of(), false)
                : new History(plus(earlier, new Step(edit, before)), changed, List.of(), true);
    }

    /// A change that is no step of its own: undo passes over it.
    public History amended(Edit edit) {
        return new History(past, edit.applyTo(present), future, open);
    }

    /// The gesture is over: the next change is a step of its own.
    public History sealed() {
        return open ? new History(past, present, future, false) : this;
    }

    public History undone() {
        if (past.isEmpty()) {
            return this;
        }
        Step last = past.getLast();
        List<Step> earlier = past.subList(0, past.size() - 1);
        return new History(earlier, last.before(), plus(future, new Step(last.edit(), present)), false);
    }

    public History redone() {
        if (future.isEmpty()) {
            return this;
        }
        Step next = future.getLast();
        List<Step> later = future.subList(0, future.size() - 1);
        return new History(plus(past, new Step(next.edit(), present)), next.before(), later, false);
    }

    /// As if something had never happened: `change` is made to every state, and steps that then change nothing go.
    public History rewritten(UnaryOperator<Project> change) {
        Project now = change.apply(present);
        List<Step> earlier = new ArrayList<>();
        Project after = now;
        for (Step step : past.reversed()) {
            Project before = change.apply(step.before());
            if (!before.equals(after)) {
                earlier.addFirst(new Step(step.edit(), before));
            }
            after = before;
        }
        List<Step> later = new ArrayList<>();
        Project before = now;
        for (Step step : future.reversed()) {
            Project left = change.apply(step.before());
            if (!left.equals(before)) {
                later.addFirst(new Step(step.edit(), left));
            }
            before = left;
        }
        return new History(earlier, now, later, open);
    }

    public Optional<Edit> toUndo() {
        return past.isEmpty() ? Optional.empty() : Optional.of(past.getLast().edit());
    }

    public Optional<Edit> toRedo() {
        return future.isEmpty() ? Optional.empty() : Optional.of(future.getLast().edit());
    }

    private static List<Step> plus(List<Step> steps, Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return more;
    }

    private static boolean joins(Edit last, Edit next) {
        return switch (next) {
            case Edit.SetStrip move -> last instanceof Edit.SetStrip before && before.lane().equals(move.lane());
            case Edit.SetLook look -> last instanceof Edit.SetLook before && before.lane().equals(look.lane());
            case Edit.AddSong _, Edit.RemoveSong _, Edit.ActivateSong _, Edit.RenameSong _, Edit.FoldSong _,
                    Edit.AddStems _, Edit.RemoveStems _, Edit.RefineStems _, Edit.LockSum _, Edit.UnlockSum _, Edit.ShowResidual _,
                    Edit.HideResidual _, Edit.RenameLane _, Edit.MoveStem _, Edit.All _ -> false;
        };
    }
}
