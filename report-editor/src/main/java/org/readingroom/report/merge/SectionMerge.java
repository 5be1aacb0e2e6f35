package org.readingroom.report.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.merge.MergeConflict.Kind;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SentenceId;

/// One section of two reports brought together.
///
/// White space around the words of a sentence is nobody's change: writing on behind the last sentence adds some to it.
final class SectionMerge {
    private final Section section;
    private final Map<SentenceId, ReportSentence> base;
    private final Map<SentenceId, ReportSentence> mine;
    private final Map<SentenceId, ReportSentence> theirs;
    private final Map<SentenceId, ReportSentence> kept = new LinkedHashMap<>();
    private final List<MergeConflict> conflicts = new ArrayList<>();

    SectionMerge(Section base, Section mine, Section theirs) {
        this.section = mine;
        this.base = byId(base);
        this.mine = byId(mine);
        this.theirs = byId(theirs);
        Set<SentenceId> all = new LinkedHashSet<>(this.base.keySet());
        all.addAll(this.mine.keySet());
        all.addAll(this.theirs.keySet());
        all.forEach(this::settle);
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    private void settle(SentenceId id) {
        ReportSentence b = base.get(id);
        ReportSentence m = mine.get(id);
        ReportSentence t = theirs.get(id);
        if (m != null && t != null) {
            both(id, b, m, t);
        } else if (m != null) {
            one(id, b, m, new MergeConflict(section.kind(), Kind.CHANGED_AND_REMOVED, b, m, null), true);
        } else if (t != null && !isSaidByMe(b, t)) {
            one(id, b, t, new MergeConflict(section.kind(), Kind.CHANGED_AND_REMOVED, b, null, t), false);
        }
    }

    private void both(SentenceId id, @Nullable ReportSentence b, ReportSentence m, ReportSentence t) {
        if (isSame(m, t)) {
            kept.put(id, b != null && m.text().equals(b.text()) ? t : m);
        } else if (b != null && isSame(b, m)) {
            kept.put(id, t);
        } else if (b != null && isSame(b, t)) {
            kept.put(id, m);
        } else {
            conflicts.add(new MergeConflict(section.kind(), Kind.BOTH_CHANGED, b, m, t));
            kept.put(id, m);
        }
    }

    /// A sentence that one side has and the other has not: new, or taken away by the other.
    private void one(
            SentenceId id, @Nullable ReportSentence b, ReportSentence there, MergeConflict conflict, boolean isMine) {
        if (b == null) {
            kept.put(id, there);
        } else if (!isSame(b, there)) {
            conflicts.add(conflict);
            if (isMine) {
                kept.put(id, there);
            }
        }
    }

    /// Both added the very same sentence.
    private boolean isSaidByMe(@Nullable ReportSentence b, ReportSentence t) {
        return b == null
                && mine.values().stream().anyMatch(m -> !base.containsKey(m.id()) && isSame(m, t.withId(m.id())));
    }

    Section merged() {
        List<SentenceId> mineOrder = List.copyOf(mine.keySet());
        List<SentenceId> theirsOrder = List.copyOf(theirs.keySet());
        boolean iMoved = isMoved(mineOrder, List.copyOf(base.keySet()));
        boolean theyMoved = isMoved(theirsOrder, List.copyOf(base.keySet()));
        if (iMoved && theyMoved && isMoved(mineOrder, theirsOrder)) {
            conflicts.add(new MergeConflict(section.kind(), Kind.ORDER, null, null, null));
        }
        boolean byTheirs = theyMoved && !iMoved;
        List<SentenceId> order = byTheirs ? woven(theirsOrder, mineOrder) : woven(mineOrder, theirsOrder);
        return new Section(section.kind(), spaced(order));
    }

    /// Whether the sentences that both lists have stand in another order.
    private static boolean isMoved(List<SentenceId> order, List<SentenceId> other) {
        List<SentenceId> shared = order.stream().filter(other::contains).toList();
        return !shared.equals(other.stream().filter(order::contains).toList());
    }

    /// `first` with what only `second` has, each behind the sentence it stood behind there; what both added at one
    /// place stands one after the other.
    private List<SentenceId> woven(List<SentenceId> first, List<SentenceId> second) {
        List<SentenceId> order = new ArrayList<>(first);
        order.retainAll(kept.keySet());
        Set<SentenceId> known = new HashSet<>(order);
        int behind = -1;
        for (SentenceId id : second) {
            if (known.contains(id)) {
                behind = order.indexOf(id);
            } else if (kept.containsKey(id)) {
                int at = behind + 1;
                while (at < order.size() && !base.containsKey(order.get(at)) && !second.contains(order.get(at))) {
                    at++;
                }
                order.add(at, id);
                behind = at;
            }
        }
        return order;
    }

    /// Where two sentences meet that stood apart on both sides, words of letters get a blank between them.
    private List<ReportSentence> spaced(List<SentenceId> order) {
        List<ReportSentence> sentences = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            ReportSentence sentence = kept.get(order.get(i));
            if (sentence == null) {
                continue;
            }
            boolean isNewSeam = i + 1 < order.size()
                    && !follows(mine, order.get(i), order.get(i + 1))
                    && !follows(theirs, order.get(i), order.get(i + 1));
            String text = sentence.text();
            boolean isTight = !text.isEmpty()
                    && !Character.isWhitespace(text.charAt(text.length() - 1))
                    && text.codePointBefore(text.length()) < 0x2E80;
            sentences.add(isNewSeam && isTight ? sentence.withText(text + " ") : sentence);
        }
        return sentences;
    }

    private static boolean follows(Map<SentenceId, ReportSentence> side, SentenceId first, SentenceId second) {
        List<SentenceId> order = List.copyOf(side.keySet());
        int at = order.indexOf(first);
        return at >= 0 && at + 1 < order.size() && order.get(at + 1).equals(second);
    }

    private static boolean isSame(ReportSentence a, ReportSentence b) {
        return a.words().equals(b.words()) && a.equals(b.withText(a.text()));
    }

    private static Map<SentenceId, ReportSentence> byId(Section section) {
        Map<SentenceId, ReportSentence> byId = new LinkedHashMap<>();
        section.sentences().forEach(sentence -> byId.putIfAbsent(sentence.id(), sentence));
        return byId;
    }
}
