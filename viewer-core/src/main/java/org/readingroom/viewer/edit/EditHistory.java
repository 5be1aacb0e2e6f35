package org.readingroom.viewer.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A document that changes only through edits, and the way back.
///
/// Every `apply` outside a group is one step of undo; all edits between `beginGroup` and `endGroup` are one
/// step together. During a drag `provisional` shows a change that the next one replaces; `commitProvisional`
/// makes the last of them a step, `dropProvisional` forgets it. After `close` the document never changes.
///
/// **Thread:** one, usually `fx`.
/// **Errors:** [IllegalStateException] for a change after `close` or a group left open where none may be.
// [impl->req~annotation.history~1]
public final class EditHistory<D> {
    private final Deque<List<Edit<D>>> done = new ArrayDeque<>();
    private final Deque<List<Edit<D>>> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private D settled;
    private @Nullable List<Edit<D>> group;
    private @Nullable Edit<D> provisional;
    private D shown;
    private boolean closed;

    public EditHistory(D document) {
        settled = document;
        shown = document;
    }

    /// The document as it is shown, a provisional edit included.
    public D document() {
        return shown;
    }

    /// The document without a provisional edit: what may be stored.
    public D settledDocument() {
        return settled;
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isProvisional() {
        return provisional != null;
    }

    /// Applies `edit` as a step of its own, or as part of the open group. A provisional edit is dropped.
    public void apply(Edit<D> edit) {
        requireOpen();
        provisional = null;
        settled = edit.apply(settled);
        undone.clear();
        if (group == null) {
            done.push(List.of(edit));
        } else {
            group.add(edit);
        }
        show(settled);
    }

    /// Shows `edit` in place of the last provisional one.
    public void provisional(Edit<D> edit) {
        requireOpen();
        D next = edit.apply(settled);
        provisional = edit;
        show(next);
    }

    /// Makes the provisional edit a step; does nothing when there is none.
    public void commitProvisional() {
        Edit<D> edit = provisional;
        if (edit != null) {
            apply(edit);
        }
    }

    public void dropProvisional() {
        if (provisional != null) {
            provisional = null;
            show(settled);
        }
    }

    public void beginGroup() {
        requireOpen();
        if (group != null) {
            throw new IllegalStateException("a group is open already");
        }
        group = new ArrayList<>();
    }

    /// Ends the group; a group without edits leaves no step.
    public void endGroup() {
        List<Edit<D>> edits = group;
        if (edits == null) {
            throw new IllegalStateException("no group is open");
        }
        group = null;
        if (!edits.isEmpty()) {
            done.push(List.copyOf(edits));
        }
        notifyListeners();
    }

    public boolean canUndo() {
        return !closed && group == null && !done.isEmpty();
    }

    public boolean canRedo() {
        return !closed && group == null && !undone.isEmpty();
    }

    /// Takes the last step back; a provisional edit is dropped first and counts as no step.
    public void undo() {
        requireSettled();
        if (done.isEmpty()) {
            return;
        }
        List<Edit<D>> step = done.element();
        D next = settled;
        for (Edit<D> edit : step.reversed()) {
            next = edit.revert(next);
        }
        undone.push(done.pop());
        settled = next;
        show(settled);
    }

    public void redo() {
        requireSettled();
        if (undone.isEmpty()) {
            return;
        }
        List<Edit<D>> step = undone.element();
        D next = settled;
        for (Edit<D> edit : step) {
            next = edit.apply(next);
        }
        done.push(undone.pop());
        settled = next;
        show(settled);
    }

    /// The message key of what undo would take back.
    public Optional<String> undoLabelKey() {
        return canUndo() ? Optional.of(done.element().getFirst().labelKey()) : Optional.empty();
    }

    public Optional<String> redoLabelKey() {
        return canRedo() ? Optional.of(undone.element().getFirst().labelKey()) : Optional.empty();
    }

    /// Ends all change, as signing does. A provisional edit is dropped, an open group keeps what it has.
    public void close() {
        if (group != null) {
            endGroup();
        }
        provisional = null;
        closed = true;
        done.clear();
        undone.clear();
        show(settled);
    }

    /// Calls `listener` after every change of what is shown or can be undone.
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void show(D next) {
        shown = next;
        notifyListeners();
    }

    private void notifyListeners() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the document is closed to edits");
        }
    }

    private void requireSettled() {
        requireOpen();
        if (group != null) {
            throw new IllegalStateException("a group is open");
        }
        dropProvisional();
    }
}
