package org.readingroom.report.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SentenceOrigin;

/// Gives a section new text and keeps what is known of its sentences.
///
/// A sentence whose words are unchanged stays itself. One whose words changed keeps its id,
/// evidence and measurements when old and new are alike, and becomes the person's own. When
/// sentences run together, the joint one takes over the evidence of both.
// [impl->req~report.sentences.stable-ids~1]
public final class SectionText {
    /// chosen: half of the letters in place is the same sentence rewritten, less is another one.
    private static final double ALIKE = 0.5;

    private SectionText() {}

    public static Section replace(Section section, String newText) {
        List<ReportSentence> old = section.sentences();
        List<String> pieces = SentenceSplitter.split(newText);
        int head = 0;
        while (head < old.size() && head < pieces.size() && sameWords(old.get(head), pieces.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < pieces.size() - head
                && sameWords(old.get(old.size() - 1 - tail), pieces.get(pieces.size() - 1 - tail))) {
            tail++;
        }
        List<ReportSentence> sentences = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            sentences.add(old.get(i).withText(pieces.get(i)));
        }
        sentences.addAll(align(old.subList(head, old.size() - tail), pieces.subList(head, pieces.size() - tail)));
        for (int i = tail; i > 0; i--) {
            sentences.add(old.get(old.size() - i).withText(pieces.get(pieces.size() - i)));
        }
        return new Section(section.kind(), sentences);
    }

    /// The pairing in reading order with the most likeness, by dynamic programming.
    private static List<ReportSentence> align(List<ReportSentence> old, List<String> pieces) {
        double[][] best = new double[old.size() + 1][pieces.size() + 1];
        double[][] likeness = new double[old.size()][pieces.size()];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = pieces.size() - 1; j >= 0; j--) {
                likeness[i][j] = likeness(old.get(i), pieces.get(j));
                double paired = likeness[i][j] >= ALIKE ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        @Nullable ReportSentence[] result = new @Nullable ReportSentence[pieces.size()];
        List<ReportSentence> left = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size()) {
            if (j < pieces.size() && likeness[i][j] >= ALIKE && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                result[j] = renewed(old.get(i), pieces.get(j));
                i++;
                j++;
            } else if (j < pieces.size() && best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                left.add(old.get(i));
                i++;
            }
        }
        List<ReportSentence> sentences = new ArrayList<>();
        for (int k = 0; k < pieces.size(); k++) {
            ReportSentence sentence = result[k];
            sentences.add(sentence == null ? ReportSentence.of(pieces.get(k), SentenceOrigin.HUMAN) : sentence);
        }
        left.forEach(gone -> handOver(gone, sentences));
        return sentences;
    }

    private static ReportSentence renewed(ReportSentence sentence, String piece) {
        return sameWords(sentence, piece) ? sentence.withText(piece) : sentence.rewritten(piece);
    }

    private static void handOver(ReportSentence gone, List<ReportSentence> sentences) {
        if (gone.evidence().isEmpty()
                && gone.measurements().isEmpty()
                && gone.concepts().isEmpty()
                && gone.fields().isEmpty()
                && gone.suggestion() == null) {
            return;
        }
        for (int k = 0; k < sentences.size(); k++) {
            ReportSentence heir = sentences.get(k);
            if (heir.text().contains(core(gone.words())) || showsAll(gone, heir.text())) {
                sentences.set(k, heir.joinedBy(gone));
                return;
            }
        }
    }

    private static boolean sameWords(ReportSentence sentence, String piece) {
        return sentence.words().equals(piece.strip());
    }

    private static boolean showsAll(ReportSentence sentence, String text) {
        return !sentence.measurements().isEmpty()
                && sentence.measurements().stream().allMatch(bound -> text.contains(bound.shown()));
    }

    /// 0 for strangers, 1 for equals; more when the measured numbers stand in the piece.
    private static double likeness(ReportSentence sentence, String piece) {
        String a = sentence.words();
        String b = piece.strip();
        if (a.equals(b)) {
            return 2;
        }
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        double share = (double) (head + tail) / Math.max(1, Math.max(a.length(), b.length()));
        return showsAll(sentence, piece) ? Math.max(share, ALIKE) + 0.5 : share;
    }

    static String core(String words) {
        int end = words.length();
        while (end > 0 && "。！？；.!?;".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }
}
