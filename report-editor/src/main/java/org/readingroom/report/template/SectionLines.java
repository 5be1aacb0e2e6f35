package org.readingroom.report.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.readingroom.report.edit.SentenceSplitter;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;

/// The sentences of one section while lines of a template come into it, change and go.
///
/// Lines are passed in the order of the template, so that a new one finds its place behind the one before it. A line
/// begins where a line begins: what stands before it ends with a line break.
final class SectionLines {
    private final List<ReportSentence> sentences;
    private final Set<SentenceId> ofLines;
    /// Behind the last sentence of the lines passed so far; negative before the first.
    private int at = -1;

    /// `ofLines` are the sentences that were made from any line.
    SectionLines(List<ReportSentence> sentences, Set<SentenceId> ofLines) {
        this.sentences = new ArrayList<>(sentences);
        this.ofLines = Set.copyOf(ofLines);
    }

    List<ReportSentence> sentences() {
        return List.copyOf(sentences);
    }

    /// A line that stays as it is.
    void pass(List<ReportSentence> line) {
        line.forEach(sentence -> at = Math.max(at, indexOf(sentence.id()) + 1));
    }

    /// `now` in the place of `old`, either of which may be nothing.
    void put(List<ReportSentence> old, List<ReportSentence> now) {
        List<SentenceId> ids = old.stream().map(ReportSentence::id).toList();
        if (ids.equals(now.stream().map(ReportSentence::id).toList()) && !now.isEmpty()) {
            now.forEach(this::exchange);
            pass(now);
        } else if (old.isEmpty()) {
            insert(now);
        } else {
            exchange(new HashSet<>(ids), now);
        }
    }

    /// One in its own place, with the white space that stood behind it.
    private void exchange(ReportSentence now) {
        int index = indexOf(now.id());
        String trail = trail(sentences.get(index));
        boolean isOpen = trail.isEmpty() && index < sentences.size() - 1 && !isEnded(now);
        sentences.set(index, withTrail(now, isOpen ? "\n" : trail));
    }

    private static boolean isEnded(ReportSentence sentence) {
        return SentenceSplitter.split(sentence.text().stripTrailing() + " x").size() > 1;
    }

    private void insert(List<ReportSentence> now) {
        int index = at >= 0 ? at : firstOfLines();
        if (index > 0) {
            ReportSentence before = sentences.get(index - 1);
            if (!trail(before).contains("\n")) {
                sentences.set(index - 1, withTrail(before, "\n"));
            }
        }
        addAll(index, now, "");
    }

    private void exchange(Set<SentenceId> old, List<ReportSentence> now) {
        int index = -1;
        String trail = "";
        for (int i = 0; i < sentences.size(); i++) {
            if (old.contains(sentences.get(i).id())) {
                index = index < 0 ? i : index;
                trail = trail(sentences.get(i));
            }
        }
        sentences.removeIf(sentence -> old.contains(sentence.id()));
        if (!now.isEmpty()) {
            addAll(index, now, trail);
        } else if (index == sentences.size() && index > 0) {
            ReportSentence last = sentences.getLast();
            if (last.origin() == SentenceOrigin.TEMPLATE) {
                sentences.set(index - 1, withTrail(last, ""));
            }
        }
    }

    private void addAll(int index, List<ReportSentence> now, String trail) {
        List<ReportSentence> added = new ArrayList<>(now);
        boolean isFollowed = index < sentences.size();
        if (isFollowed) {
            added.set(added.size() - 1, withTrail(added.getLast(), trail.isEmpty() ? "\n" : trail));
        }
        sentences.addAll(index, added);
        at = index + added.size();
    }

    private int firstOfLines() {
        for (int i = 0; i < sentences.size(); i++) {
            if (ofLines.contains(sentences.get(i).id())) {
                return i;
            }
        }
        return sentences.size();
    }

    private int indexOf(SentenceId id) {
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static String trail(ReportSentence sentence) {
        return sentence.text().substring(sentence.text().stripTrailing().length());
    }

    private static ReportSentence withTrail(ReportSentence sentence, String trail) {
        return sentence.withText(sentence.text().stripTrailing() + trail);
    }
}
