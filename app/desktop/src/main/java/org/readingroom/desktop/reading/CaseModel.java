package org.readingroom.desktop.reading;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.CaseClaims;
import org.readingroom.services.reading.ClaimAnswer;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderState;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The lock on cases as one person meets it: taking, giving back, losing, and writing all the same.
///
/// **Thread:** FX.
// [impl->req~worklist.claim~1]
public final class CaseModel {
    private interface Question {
        ClaimAnswer ask() throws WorkstationException;
    }

    /// Puts on record that a case is written in although somebody else holds it, and why.
    ///
    /// **Thread:** any but FX; blocks.
    @FunctionalInterface
    public interface Journal {
        void overruled(Order order, String reason) throws WorkstationException;
    }

    private final CaseClaims claims;
    private final TaskRunner runner;
    private final StatusViewModel status;
    private final Words words;
    private Runnable changed = () -> {};
    private final Journal journal;
    private final ReadOnlyObjectWrapper<CaseHold> hold = new ReadOnlyObjectWrapper<>(new CaseHold.None());
    private @Nullable Order open;
    private @Nullable Order signed;
    private Order.@Nullable Reader handedOnBy;

    public CaseModel(CaseClaims claims, TaskRunner runner, StatusViewModel status, Words words, Journal journal) {
        this.claims = claims;
        this.runner = runner;
        this.status = status;
        this.words = words;
        this.journal = journal;
    }

    /// `action` is done when an order is other than before.
    public void onChanged(Runnable action) {
        changed = action;
    }

    public ReadOnlyObjectProperty<CaseHold> holdProperty() {
        return hold.getReadOnlyProperty();
    }

    /// The order of the study that is read; null without one.
    public @Nullable Order order() {
        return open;
    }

    /// The study of `order` is read from now on; `isToClaim` takes the case where nobody has it.
    public void open(@Nullable Order order, boolean isToClaim) {
        open(order, null, isToClaim);
    }

    /// As [#open(Order, boolean)], of a case that `handedOnBy` has signed here and still holds at the hospital.
    public void open(@Nullable Order order, Order.@Nullable Reader handedOnBy, boolean isToClaim) {
        open = order;
        signed = null;
        this.handedOnBy = handedOnBy;
        CaseHold now = of(order);
        hold.set(now);
        if (order != null && isToClaim && now instanceof CaseHold.Free) {
            claim(order);
        } else if (now instanceof CaseHold.Other other) {
            tellOther(other.name());
        }
    }

    /// The order of the case as it was read anew. Who loses a lock is told, and that another has finished the case.
    public void follow(Order order) {
        if (open == null || !open.id().equals(order.id())) {
            return;
        }
        boolean isSame = isSameOwner(open, order);
        open = order;
        CaseHold before = hold.get();
        CaseHold now = of(order);
        if (before instanceof CaseHold.Overruled && now instanceof CaseHold.Other other && isSame) {
            now = new CaseHold.Overruled(other.name());
        } else if (!(now instanceof CaseHold.Other)) {
            now = finished(before, order).orElse(now);
        }
        hold.set(now);
        if (now instanceof CaseHold.Other other && !(before instanceof CaseHold.Other && isSame)) {
            tellOther(other.name());
        } else if (now instanceof CaseHold.Finished other && !now.equals(before)) {
            status.say(Tone.ATTENTION, words.get("desktop.case.finished", other.name()));
        }
    }

    /// Whether another has finished the case that `before` tells of; by a signature made here nobody else has.
    // [impl->req~worklist.finished~1]
    private Optional<CaseHold> finished(CaseHold before, Order order) {
        boolean isSigned = signed != null && signed.id().equals(order.id());
        if (order.state() != OrderState.COMPLETED && !(before instanceof CaseHold.Finished) || isSigned) {
            return Optional.empty();
        }
        return switch (before) {
            case CaseHold.Other other -> Optional.of(new CaseHold.Finished(other.name()));
            case CaseHold.Overruled other -> Optional.of(new CaseHold.Finished(other.name()));
            case CaseHold.Finished other -> Optional.of(other);
            default -> Optional.empty();
        };
    }

    /// The case of `order` was signed here.
    public void signed(Order order) {
        signed = order;
    }

    /// Says once more who holds the open case, after others had the line.
    public void remind() {
        if (hold.get() instanceof CaseHold.Other other) {
            tellOther(other.name());
        }
    }

    public void claim(Order order) {
        Order.Reader before = open != null && open.id().equals(order.id()) ? handedOnBy : null;
        ask(() -> claims.claim(order, before), "desktop.case.claimed");
    }

    /// The case of `order` was signed and goes on to the next stage: whoever comes next may take it. By now another one
    /// may be open, which stays whose it is.
    public void handOn(Order order) {
        if (of(order) instanceof CaseHold.Mine) {
            runner.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    () -> claims.release(order),
                    answer -> {
                        follow(answer.order());
                        changed.run();
                    },
                    // the case is handed on by the signature; whoever takes it next gives it back in this name
                    fault -> changed.run());
        }
    }

    public void release(Order order) {
        ask(() -> claims.release(order), "desktop.case.released");
    }

    /// What came of giving a case to the colleague called `name`.
    // [impl->req~worklist.assign~1]
    public void assigned(ClaimAnswer answer, String name) {
        follow(answer.order());
        changed.run();
        if (answer instanceof ClaimAnswer.Lost lost) {
            tellOther(lost.holder());
        } else {
            status.say(Tone.DONE, words.get("desktop.assign.done", name));
        }
    }

    /// Orders may be other than before, although what was asked failed.
    public void refresh() {
        changed.run();
    }

    /// Writes in the open case although somebody else holds it, once that is on record.
    // [impl->req~worklist.overrule~1]
    public void overrule(String reason) {
        Order order = open;
        if (order != null && hold.get() instanceof CaseHold.Other && !reason.isBlank()) {
            runner.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    () -> {
                        journal.overruled(order, reason.strip());
                        return true;
                    },
                    done -> overruled(order),
                    fault -> status.say(Tone.CRITICAL, words.about(fault)));
        }
    }

    /// Nothing where by now a third holds the case, for whom the reason was not given.
    private void overruled(Order asked) {
        boolean isSame = open != null && open.id().equals(asked.id()) && isSameOwner(open, asked);
        if (isSame && hold.get() instanceof CaseHold.Other other) {
            hold.set(new CaseHold.Overruled(other.name()));
            status.say(Tone.ATTENTION, words.get("desktop.case.overruled", other.name()));
        }
    }

    private static boolean isSameOwner(Order one, Order other) {
        Order.@Nullable Reader owner = one.owner();
        Order.@Nullable Reader now = other.owner();
        return Objects.equals(owner == null ? null : owner.id(), now == null ? null : now.id());
    }

    /// The link is back: what the hospital could not be asked is asked now.
    public void confirm() {
        if (claims.isWaiting()) {
            runner.start(
                    Lane.IO,
                    Priority.ON_SCREEN,
                    claims::confirm,
                    answers -> {
                        answers.forEach(answer -> answered(answer, "desktop.case.confirmed"));
                        if (!answers.isEmpty()) {
                            changed.run();
                        }
                    },
                    fault -> status.say(Tone.ATTENTION, words.about(fault)));
        }
    }

    public boolean isUnconfirmed(Order order) {
        return claims.isUnconfirmed(order.id());
    }

    private void ask(Question question, String doneKey) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                question::ask,
                answer -> {
                    answered(answer, doneKey);
                    changed.run();
                },
                fault -> status.say(Tone.CRITICAL, words.about(fault)));
    }

    private void answered(ClaimAnswer answer, String doneKey) {
        follow(answer.order());
        switch (answer) {
            case ClaimAnswer.Confirmed done -> status.say(Tone.DONE, words.get(doneKey));
            case ClaimAnswer.Unconfirmed later -> status.say(Tone.ATTENTION, words.get("desktop.case.unconfirmed"));
            case ClaimAnswer.Lost lost -> tellOther(lost.holder());
        }
    }

    private void tellOther(String name) {
        status.say(
                Tone.ATTENTION, name.isBlank() ? words.get("desktop.case.gone") : words.get("desktop.case.lost", name));
    }

    private CaseHold of(@Nullable Order order) {
        if (order == null || order.state() == OrderState.COMPLETED || order.state() == OrderState.CANCELLED) {
            return new CaseHold.None();
        }
        Order.Reader owner = order.owner();
        if (owner != null && !owner.id().equals(claims.me().id())) {
            return new CaseHold.Other(owner.displayName());
        }
        if (claims.isUnconfirmed(order.id())) {
            return new CaseHold.Mine(false);
        }
        return owner == null ? new CaseHold.Free() : new CaseHold.Mine(true);
    }
}
