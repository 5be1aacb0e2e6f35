package org.readingroom.report.redline;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;

/// One sentence of the redline.
///
/// `before` is null for what came, `after` for what went. A moved sentence stands twice: where it was as
/// [Kind#MOVED_AWAY], where it is as [Kind#MOVED_HERE]; `other` names the section at the other end. `act` says who
/// made the newest change to it, null when there is none.
public record SentenceChange(
        Kind kind,
        SectionKind section,
        @Nullable SectionKind other,
        @Nullable ReportSentence before,
        @Nullable ReportSentence after,
        List<Piece> pieces,
        Set<Aspect> aspects,
        @Nullable RedlineAct act) {
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        MOVED_HERE,
        MOVED_AWAY;

        public String messageKey() {
            return "report.redline.kind."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /// What of a sentence is another now.
    public enum Aspect {
        WORDS,
        ORIGIN,
        EVIDENCE,
        MEASUREMENT,
        VALUES
    }

    public SentenceChange {
        pieces = List.copyOf(pieces);
        aspects = Set.copyOf(aspects);
    }

    SentenceChange by(@Nullable RedlineAct made) {
        return new SentenceChange(kind, section, other, before, after, pieces, aspects, made);
    }

    /// White space around the words is nobody's change.
    static Set<Aspect> aspects(ReportSentence before, ReportSentence after) {
        EnumSet<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        note(aspects, Aspect.WORDS, before.words().equals(after.words()));
        note(
                aspects,
                Aspect.ORIGIN,
                before.origin() == after.origin() && java.util.Objects.equals(before.suggestion(), after.suggestion()));
        note(aspects, Aspect.EVIDENCE, before.evidence().equals(after.evidence()));
        note(aspects, Aspect.MEASUREMENT, before.measurements().equals(after.measurements()));
        note(
                aspects,
                Aspect.VALUES,
                before.fields().equals(after.fields()) && before.concepts().equals(after.concepts()));
        return aspects;
    }

    private static void note(Set<Aspect> aspects, Aspect aspect, boolean isSame) {
        if (!isSame) {
            aspects.add(aspect);
        }
    }
}
