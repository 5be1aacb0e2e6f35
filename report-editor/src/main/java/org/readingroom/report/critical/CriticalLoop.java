package org.readingroom.report.critical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.critical.CriticalActor.Side;
import org.readingroom.report.critical.CriticalEvent.Mark;
import org.readingroom.report.workflow.Refusal;

/// Says whether an act may be entered into a loop, and makes its event.
///
/// No step can be left out: the ward is told of what a senior agreed to, it answers what it was told, and it handles
/// what it took over. One finding has one open loop. What comes from the ward's systems is a fact: its time is
/// marked when it does not fit, never refused.
// [impl->req~report.critical.order~1]
// [impl->req~report.critical.rights~1]
// [impl->req~report.critical.backfill~1]
public final class CriticalLoop {
    private final CriticalRules rules;

    public CriticalLoop(CriticalRules rules) {
        this.rules = rules;
    }

    public CriticalRules rules() {
        return rules;
    }

    /// Every rule that says no. `loop` is empty for what begins one, `others` are the loops of the same study.
    public List<Refusal> refusals(
            Optional<CriticalCase> loop, List<CriticalCase> others, CriticalAct act, CriticalActor actor, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        person(loop, act, actor, refusals);
        if (!isPossible(loop, act)) {
            refusals.add(refusal("order", loop.map(CriticalCase::state).orElse(null)));
        }
        CriticalFinding finding = act.finding();
        if (finding != null && begins(act.kind())) {
            boolean isOpenElsewhere = others.stream()
                    .filter(other -> other.state().isOpen())
                    .filter(other -> loop.isEmpty() || !loop.get().id().equals(other.id()))
                    .anyMatch(other -> other.finding().key().equals(finding.key()));
            if (isOpenElsewhere) {
                refusals.add(refusal("already-open", null));
            }
        }
        new CriticalWords(refusals).check(act, actor, isSpoken(act, actor));
        if (actor.side() == Side.READER) {
            times(loop, act, now, refusals);
        }
        return refusals;
    }

    /// The event of an act that nothing refused.
    public CriticalEvent event(Optional<CriticalCase> loop, CriticalAct act, CriticalActor actor, Instant now) {
        Instant occurred = act.occurredAt() == null ? now : act.occurredAt();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        boolean isLater = act.occurredAt() != null && act.kind() != CriticalKind.CORRECTED;
        if (isLater && !occurred.plus(rules.backfillAfter()).isAfter(now)) {
            marks.add(Mark.BACKFILLED);
        }
        boolean isBehind = loop.isPresent() && now.isBefore(loop.get().lastRecorded());
        boolean isOutside = occurred.isAfter(now)
                || floor(loop, act).map(occurred::isBefore).orElse(false)
                || ceiling(loop, act).map(occurred::isAfter).orElse(false);
        if (isBehind || isOutside) {
            marks.add(Mark.CLOCK_DOUBTED);
        }
        if (isSpoken(act, actor)) {
            marks.add(Mark.SPOKEN);
        }
        return new CriticalEvent(
                UUID.randomUUID(),
                act.kind(),
                actor,
                occurred,
                now,
                act.words(),
                act.contact(),
                act.finding(),
                act.corrects(),
                marks);
    }

    private void person(Optional<CriticalCase> loop, CriticalAct act, CriticalActor actor, List<Refusal> refusals) {
        switch (actor.side()) {
            case MACHINE -> {
                if (act.kind() != CriticalKind.SUSPECTED) {
                    refusals.add(refusal("machine-only-suspects", null));
                }
            }
            case PROGRAM -> {
                if (act.kind() != CriticalKind.ESCALATED && act.kind() != CriticalKind.SENT) {
                    refusals.add(refusal("role", null));
                }
            }
            case WARD -> {
                if (act.kind() != CriticalKind.NOTIFIED
                        && act.kind() != CriticalKind.ACKNOWLEDGED
                        && act.kind() != CriticalKind.HANDLED) {
                    refusals.add(refusal("role", null));
                }
            }
            case READER -> reader(loop, act, actor, refusals);
        }
    }

    private void reader(Optional<CriticalCase> loop, CriticalAct act, CriticalActor actor, List<Refusal> refusals) {
        boolean mayDismiss = act.kind() == CriticalKind.EXCLUDED
                && loop.map(CriticalCase::state).equals(Optional.of(CriticalState.SUSPECTED))
                && rules.mayDo(CriticalKind.DISCOVERED, actor.roles());
        if (!rules.mayDo(act.kind(), actor.roles()) && !isSpoken(act, actor) && !mayDismiss) {
            refusals.add(refusal(act.kind() == CriticalKind.VERIFIED ? "senior-verifies" : "role", null));
        }
        boolean isOwn = loop.flatMap(own -> own.last(CriticalKind.DISCOVERED))
                .filter(event -> event.by().id().equals(actor.id()))
                .isPresent();
        if (act.kind() == CriticalKind.VERIFIED && isOwn && !isSpoken(act, actor) && !rules.mayVerifyOwn()) {
            refusals.add(refusal("own-discovery", null));
        }
        if (act.kind() == CriticalKind.CORRECTED) {
            boolean isAuthor = loop.flatMap(own -> own.event(act.corrects()))
                    .filter(event -> event.by().id().equals(actor.id()))
                    .isPresent();
            if (!isAuthor && !rules.mayDo(CriticalKind.VERIFIED, actor.roles())) {
                refusals.add(refusal("correct-own", null));
            }
        }
    }

    /// A senior said so on the phone, and somebody who may not verify writes it down.
    private boolean isSpoken(CriticalAct act, CriticalActor actor) {
        return act.kind() == CriticalKind.VERIFIED
                && act.contact() != null
                && !rules.mayDo(CriticalKind.VERIFIED, actor.roles())
                && actor.roles().stream().anyMatch(rules.spokenVerification()::contains);
    }

    private static boolean begins(CriticalKind kind) {
        return kind == CriticalKind.SUSPECTED || kind == CriticalKind.DISCOVERED;
    }

    private static boolean isPossible(Optional<CriticalCase> loop, CriticalAct act) {
        if (loop.isEmpty()) {
            return begins(act.kind());
        }
        CriticalCase own = loop.get();
        CriticalState state = own.state();
        return switch (act.kind()) {
            case SUSPECTED -> false;
            case DISCOVERED -> state == CriticalState.SUSPECTED;
            case VERIFIED -> state == CriticalState.DISCOVERED;
            case EXCLUDED -> state == CriticalState.SUSPECTED || state == CriticalState.DISCOVERED;
            case SENT -> state == CriticalState.VERIFIED && !own.isSent();
            case NOTIFIED -> state == CriticalState.VERIFIED;
            case UNREACHED, ESCALATED ->
                state.isUntold() || state == CriticalState.NOTIFIED || state == CriticalState.ACKNOWLEDGED;
            case ACKNOWLEDGED -> state == CriticalState.NOTIFIED;
            case HANDLED -> state == CriticalState.ACKNOWLEDGED;
            case CORRECTED ->
                own.event(act.corrects())
                        .filter(event -> isCorrectable(event.kind()))
                        .isPresent();
        };
    }

    private static boolean isCorrectable(CriticalKind kind) {
        return kind != CriticalKind.CORRECTED && kind != CriticalKind.SUSPECTED && kind != CriticalKind.SENT;
    }

    private void times(Optional<CriticalCase> loop, CriticalAct act, Instant now, List<Refusal> refusals) {
        Instant occurred = act.occurredAt();
        if (occurred == null) {
            return; // now, whatever the clock shows: the event is marked where that cannot be
        }
        if (occurred.isAfter(now)) {
            refusals.add(refusal("in-future", null));
        }
        if (floor(loop, act).map(occurred::isBefore).orElse(false)) {
            refusals.add(refusal("before-step", null));
        }
        if (ceiling(loop, act).map(occurred::isAfter).orElse(false)) {
            refusals.add(refusal("after-step", null));
        }
    }

    /// The time of the step before an act.
    private static Optional<Instant> floor(Optional<CriticalCase> loop, CriticalAct act) {
        return loop.flatMap(own -> act.kind() == CriticalKind.CORRECTED
                ? own.beside(act.corrects(), true)
                : Optional.of(own.step().occurredAt()).filter(at -> CriticalCase.isStep(act.kind())));
    }

    /// The time of the step after the event that is corrected.
    private static Optional<Instant> ceiling(Optional<CriticalCase> loop, CriticalAct act) {
        return loop.flatMap(
                own -> act.kind() == CriticalKind.CORRECTED ? own.beside(act.corrects(), false) : Optional.empty());
    }

    private static Refusal refusal(String ruleId, @Nullable CriticalState state) {
        return new Refusal(
                "critical." + ruleId,
                "report.critical.rule." + ruleId
                        + (state == null ? "" : "-" + state.name().toLowerCase(java.util.Locale.ROOT)),
                List.of());
    }
}
