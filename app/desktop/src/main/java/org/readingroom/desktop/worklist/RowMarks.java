package org.readingroom.desktop.worklist;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.Awaited;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistRow;

/// Urgency, state, waiting time and readiness of a row, each in a shape and words beside its colour.
final class RowMarks {
    private final Words words;
    private final Supplier<ListSight> sight;

    RowMarks(Words words, Supplier<ListSight> sight) {
        this.words = words;
        this.sight = sight;
    }

    /// An open critical value takes the place of the urgency: it is the more urgent of the two.
    CellMark priority(WorklistRow row) {
        return sight.get()
                .critical(row)
                .map(sign -> new CellMark(
                        sign.isSuspected() ? MaterialDesignR.ROBOT_OUTLINE : MaterialDesignA.ALERT_OCTAGON,
                        sign.tone(),
                        sign.text(),
                        sign.tip()))
                .orElseGet(() -> urgency(row));
    }

    private CellMark urgency(WorklistRow row) {
        ReadingPriority priority = row.priority();
        String name = words.get(priority.messageKey());
        String tip = row.order() == null
                ? name
                : words.get(
                        "desktop.worklist.priority-tip",
                        words.get(row.order().priority().messageKey()));
        return switch (priority) {
            case STAT -> new CellMark(MaterialDesignA.ALERT, "critical", name, tip);
            case HIGH -> new CellMark(MaterialDesignC.CHEVRON_DOUBLE_UP, "attention", name, tip);
            case ROUTINE -> new CellMark(MaterialDesignM.MINUS, "quiet", name, tip);
            case LOW -> new CellMark(MaterialDesignC.CHEVRON_DOWN, "quiet", name, tip);
        };
    }

    /// What the report waits for goes before how far it is, images that stop it before all.
    CellMark state(WorklistRow row) {
        Optional<CellMark> waits = sight.get()
                .images(row)
                .map(sign -> new CellMark(MaterialDesignI.IMAGE_OFF_OUTLINE, sign.tone(), sign.text(), sign.tip()))
                .or(() -> row.awaited().map(what -> awaited(row, what)));
        CellMark mark = waits.orElseGet(() -> reached(row));
        Optional<FormalDue> formal = FormalDue.of(row, sight.get().now());
        if (formal.isEmpty()) {
            return mark;
        }
        return waits.isEmpty() && row.state() == ReadingState.TEMPORARY_SIGNED
                ? formal.get().alone(mark.text(), words)
                : formal.get().beside(mark, words);
    }

    private CellMark awaited(WorklistRow row, Awaited what) {
        String name = new AwaitedWords(words).said(what, sight.get());
        String tip = words.get(
                "desktop.worklist.awaited-tip", name, words.get(row.state().messageKey()));
        return new CellMark(
                what.kind() == Awaited.Kind.ANSWER_READ
                        ? MaterialDesignC.COMMENT_CHECK_OUTLINE
                        : MaterialDesignC.COMMENT_QUESTION_OUTLINE,
                "attention",
                name,
                tip);
    }

    private CellMark reached(WorklistRow row) {
        ReadingState state = row.state();
        String name = words.get(state.messageKey());
        return switch (state) {
            case NEW -> new CellMark(MaterialDesignC.CIRCLE_OUTLINE, "plain", name, name);
            case DRAFT -> new CellMark(MaterialDesignP.PENCIL_OUTLINE, "accent", name, name);
            case TEMPORARY_SIGNED -> new CellMark(MaterialDesignC.CLOCK_ALERT_OUTLINE, "critical", name, name);
            case RETURNED -> new CellMark(MaterialDesignU.UNDO_VARIANT, "critical", name, name);
            case TRAINEE_SUBMITTED -> new CellMark(MaterialDesignC.CIRCLE_SLICE_3, "attention", name, name);
            case PRIMARY_SIGNED -> new CellMark(MaterialDesignC.CIRCLE_SLICE_6, "attention", name, name);
            case AWAITING_ISSUE -> new CellMark(MaterialDesignC.CHECK, "done", name, name);
            case ISSUED -> new CellMark(MaterialDesignC.CHECK_ALL, "done", name, name);
            case DONE_ELSEWHERE -> new CellMark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "quiet", name, name);
        };
    }

    /// Who holds it or wrote here last; a case taken without the hospital says that it is not confirmed.
    CellMark reader(WorklistRow row) {
        ListSight now = sight.get();
        if (now.isUnconfirmed(row)) {
            return new CellMark(
                    MaterialDesignC.CLOUD_QUESTION,
                    "attention",
                    "? " + now.me().displayName(),
                    words.get("desktop.worklist.unconfirmed"));
        }
        return row.order() != null && row.order().owner() != null
                ? new CellMark(
                        MaterialDesignL.LOCK_OUTLINE,
                        now.isMine(row) ? "accent" : "plain",
                        row.reader(),
                        words.get("desktop.worklist.held", row.reader()))
                : CellMark.of(row.reader());
    }

    /// How long it has waited and, after a stroke, how long it may.
    CellMark waiting(WorklistRow row) {
        return WaitingTime.of(row, sight.get().now()).map(this::waiting).orElse(CellMark.of(""));
    }

    private CellMark waiting(WaitingTime time) {
        String waited = clock(time.waited());
        if (time.limit() == null) {
            return new CellMark(null, "quiet", waited, words.get("desktop.worklist.waiting.free", waited));
        }
        String limit = clock(time.limit());
        String both = waited + " / " + limit;
        return time.isOverdue()
                ? new CellMark(
                        MaterialDesignC.CLOCK_ALERT_OUTLINE,
                        "attention",
                        both,
                        words.get("desktop.worklist.waiting.over", waited, limit, clock(time.beyond())))
                : new CellMark(null, "plain", both, words.get("desktop.worklist.waiting.within", waited, limit));
    }

    private String clock(Duration time) {
        return time.toHours() < 100
                ? WaitingTime.clock(time)
                : words.get("desktop.worklist.waiting.days", time.toDays());
    }

    /// What is here of how much; only what the archive has sent whole is called ready.
    CellMark ready(WorklistRow row) {
        Readiness ready = sight.get().readiness(row);
        int held = row.item() == null ? 0 : row.item().study().instanceCount();
        int here = Math.max(held, ready.here());
        IdentityDifference difference = IdentityDifference.of(row);
        if (difference != IdentityDifference.NONE) {
            return new CellMark(
                    MaterialDesignA.ACCOUNT_ALERT_OUTLINE, "critical", "≠ " + here, words.get(difference.messageKey()));
        }
        if (ready.isWhole()) {
            return new CellMark(
                    MaterialDesignC.CHECK,
                    "done",
                    String.valueOf(here),
                    words.get("desktop.worklist.ready.whole", here));
        }
        if (ready.isAllHere()) {
            return new CellMark(
                    MaterialDesignC.CIRCLE_SLICE_7,
                    "attention",
                    ready.here() + "/?",
                    words.get("desktop.worklist.ready.unsure", ready.here()));
        }
        if (ready.total() > 0) {
            String part = ready.here() + "/" + ready.total();
            return new CellMark(
                    MaterialDesignC.CIRCLE_SLICE_3,
                    "attention",
                    part,
                    words.get("desktop.worklist.ready.part", ready.here(), ready.total()));
        }
        if (here > 0) {
            return new CellMark(
                    null,
                    row.order() == null ? "plain" : "quiet",
                    String.valueOf(here),
                    words.get("desktop.worklist.ready.here", here));
        }
        return row.uid().isPresent()
                ? new CellMark(
                        MaterialDesignC.CLOUD_OUTLINE, "quiet", "0/?", words.get("desktop.worklist.ready.nothing"))
                : new CellMark(null, "quiet", "–", words.get("desktop.worklist.ready.none"));
    }
}
