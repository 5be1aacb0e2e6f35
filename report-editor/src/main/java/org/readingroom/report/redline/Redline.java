package org.readingroom.report.redline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceId;

/// What became of one version on the way to a later one (修改痕迹, clause B4).
///
/// **Order:** sections and sentences as they are read.
// [impl->req~report.redline.sentences~1]
public record Redline(RedlineVersion before, RedlineVersion after, List<SectionRedline> sections) {
    public Redline {
        sections = List.copyOf(sections);
    }

    /// From the first of `chain` to its last; those between say who changed what.
    ///
    /// **Errors:** [IllegalArgumentException] with fewer than two versions, or when they are of two reports.
    public static Redline of(List<RedlineVersion> chain) {
        if (chain.size() < 2) {
            throw new IllegalArgumentException("a redline needs two versions, not " + chain.size());
        }
        RedlineVersion first = chain.getFirst();
        RedlineVersion last = chain.getLast();
        if (chain.stream()
                .anyMatch(one -> !one.report().id().equals(first.report().id()))) {
            throw new IllegalArgumentException("versions of two reports");
        }
        SentencePairs pairs = new SentencePairs(first.report(), last.report());
        List<SectionRedline> sections = new ArrayList<>();
        for (SectionKind kind : SectionKind.values()) {
            Section before = first.report().section(kind);
            Section after = last.report().section(kind);
            List<SentenceChange> changes = SectionRedline.of(before, after, pairs).changes().stream()
                    .map(change -> change.by(maker(chain, change)))
                    .toList();
            sections.add(new SectionRedline(kind, changes));
        }
        return new Redline(first, last, sections);
    }

    /// Everything that is not as it was.
    public List<SentenceChange> changes() {
        return sections.stream()
                .flatMap(section -> section.changes().stream())
                .filter(change -> change.kind() != SentenceChange.Kind.SAME)
                .toList();
    }

    public boolean isConclusionChanged() {
        return before.report().conclusion() != after.report().conclusion();
    }

    public boolean areKeyImagesChanged() {
        return !before.report().keyImages().equals(after.report().keyImages());
    }

    private static @Nullable RedlineAct maker(List<RedlineVersion> chain, SentenceChange change) {
        if (change.kind() == SentenceChange.Kind.SAME) {
            return null;
        }
        ReportSentence after = change.after();
        ReportSentence before = change.before();
        for (int i = chain.size() - 1; i > 0; i--) {
            boolean isTouched = after != null && isTouched(chain.get(i - 1), chain.get(i), after.id());
            boolean isGone = before != null
                    && find(chain.get(i - 1), before.id()).isPresent()
                    && find(chain.get(i), before.id()).isEmpty();
            if (isTouched || isGone) {
                return chain.get(i).act();
            }
        }
        return chain.getLast().act();
    }

    /// A move within its section is a touch too: its neighbour before it is another.
    private static boolean isTouched(RedlineVersion older, RedlineVersion newer, SentenceId id) {
        Found now = find(newer, id).orElse(null);
        Found was = find(older, id).orElse(null);
        return now != null
                && (was == null
                        || was.section() != now.section()
                        || !SentenceChange.aspects(was.sentence(), now.sentence())
                                .isEmpty()
                        || isMoved(older, newer, now));
    }

    private static boolean isMoved(RedlineVersion older, RedlineVersion newer, Found now) {
        Redline step = new Redline(
                older,
                newer,
                List.of(SectionRedline.of(
                        older.report().section(now.section()),
                        newer.report().section(now.section()),
                        new SentencePairs(older.report(), newer.report()))));
        return step.changes().stream()
                .anyMatch(change -> change.kind() == SentenceChange.Kind.MOVED_HERE
                        && now.sentence().equals(change.after()));
    }

    private record Found(SectionKind section, ReportSentence sentence) {}

    private static Optional<Found> find(RedlineVersion version, SentenceId id) {
        for (Section section : version.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                if (sentence.id().equals(id)) {
                    return Optional.of(new Found(section.kind(), sentence));
                }
            }
        }
        return Optional.empty();
    }
}
