package org.readingroom.report.pdf;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SuggestionTrace;

/// Which sentences a machine suggested, and what became of them (clauses D1 and D6): nobody who reads the paper should
/// have to guess.
// [impl->req~report.pdf.suggested~1]
final class PdfSuggestions {
    private static final int LONGEST = 60;

    private PdfSuggestions() {}

    static void write(PdfFlow flow, Report report, Messages words) throws IOException {
        List<ReportSentence> suggested = report.sentences().stream()
                .filter(sentence -> sentence.suggestion() != null)
                .toList();
        if (suggested.isEmpty()) {
            return;
        }
        flow.gap(6);
        flow.room(40);
        flow.paragraph(words.get("report.pdf.suggested"), 8, true, 0.2f);
        for (ReportSentence sentence : suggested) {
            SuggestionTrace trace = sentence.suggestion();
            if (trace != null) {
                String act = "report.pdf.suggested." + trace.act().name().toLowerCase(Locale.ROOT);
                flow.paragraph(
                        words.get(act, shortened(sentence.words()), trace.source(), trace.sourceVersion()),
                        8,
                        false,
                        0.3f);
            }
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
