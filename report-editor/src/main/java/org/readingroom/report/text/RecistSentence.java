package org.readingroom.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SentenceId;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.viewer.recist.RecistColumn;
import org.readingroom.viewer.recist.Response;

/// What a study says by RECIST 1.1, in one sentence. It is the program's: nobody signs it before a person has
/// taken it over.
// [impl->req~recist.report~1]
public final class RecistSentence {
    private RecistSentence() {}

    public static ReportSentence of(RecistColumn column, List<EvidenceAnchor> evidence, ReportLanguage language) {
        boolean chinese = language == ReportLanguage.CHINESE;
        List<String> parts = new ArrayList<>();
        Double sum = column.sumMm();
        if (sum != null) {
            parts.add((chinese ? "靶病灶径线总和 " : "sum of target diameters ") + mm(sum));
            against(parts, sum, column.baselineMm(), chinese ? "基线 " : "baseline ");
            against(parts, sum, column.nadirMm(), chinese ? "最小值 " : "smallest ");
        }
        Response overall = column.overall();
        parts.add(
                overall == null
                        ? (chinese ? "未给出疗效建议" : "no response proposed")
                        : (chinese ? "计算建议：" : "computed proposal: ") + words(overall, chinese));
        String text = "RECIST 1.1" + (chinese ? "：" : ": ") + String.join(chinese ? "，" : ", ", parts)
                + (chinese ? "。" : ".");
        return new ReportSentence(SentenceId.create(), text, SentenceOrigin.MACHINE, evidence, List.of(), List.of());
    }

    private static void against(List<String> parts, double sum, @Nullable Double from, String name) {
        if (from != null) {
            String percent = from == 0 ? "" : ", " + signed((sum - from) / from * 100) + "%";
            parts.add(name + mm(from) + " (" + signed(sum - from) + " mm" + percent + ")");
        }
    }

    private static String mm(double value) {
        return String.format(Locale.ROOT, "%.1f mm", value);
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.1f", value);
    }

    /// The response with its usual letters.
    static String words(Response response, boolean chinese) {
        return switch (response) {
            case CR -> chinese ? "完全缓解（CR）" : "complete response (CR)";
            case PR -> chinese ? "部分缓解（PR）" : "partial response (PR)";
            case NON_CR_NON_PD -> chinese ? "非CR/非PD" : "non-CR/non-PD";
            case SD -> chinese ? "疾病稳定（SD）" : "stable disease (SD)";
            case PD -> chinese ? "疾病进展（PD）" : "progressive disease (PD)";
            case NE -> chinese ? "不可评价（NE）" : "not evaluable (NE)";
        };
    }
}
