package org.readingroom.report.phrase;

import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.edit.SectionText;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;

/// Puts the words of a phrase in the place of a stretch of a section.
///
/// They are the person's own from then on ([org.readingroom.report.model.SentenceOrigin#HUMAN]): somebody chose them,
/// word for word, so no template later overwrites them. Sentences around keep their names and evidence.
///
/// `at` is where the words begin in the changed section, `end` where they end.
// [impl->req~report.phrase.insert~1]
public record PhraseInsertion(SectionKind kind, int from, int to, String words, int at, int end) {

    /// Puts `phrase` over `from` to `to`; a space is put where English words would run together.
    public static PhraseInsertion of(Report report, SectionKind kind, int from, int to, String phrase) {
        String text = report.text(kind);
        int start = Math.clamp(from, 0, text.length());
        int stop = Math.clamp(to, start, text.length());
        String words = PhraseText.inReport(phrase.strip());
        String before = start > 0 && needsGap(text.charAt(start - 1), words.charAt(0)) ? " " : "";
        String after = stop < text.length() && needsGap(words.charAt(words.length() - 1), text.charAt(stop)) ? " " : "";
        int at = start + before.length();
        return new PhraseInsertion(kind, start, stop, before + words + after, at, at + words.length());
    }

    public ReportEdit edit(Report report) {
        Section section = report.section(kind);
        String text = section.text();
        String changed = text.substring(0, from) + words + text.substring(to);
        return ReportEdits.exchange(
                report, java.util.List.of(SectionText.replace(section, changed)), "report.edit.phrase");
    }

    private static boolean needsGap(char left, char right) {
        boolean isWordLeft = left < 0x80 && (Character.isLetterOrDigit(left) || ".,;:!?)".indexOf(left) >= 0);
        return isWordLeft && right < 0x80 && (Character.isLetterOrDigit(right) || right == '(');
    }
}
