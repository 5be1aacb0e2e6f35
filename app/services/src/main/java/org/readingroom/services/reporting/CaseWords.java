package org.readingroom.services.reporting;

import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.workflow.ActRules;
import org.readingroom.report.workflow.CourseAct;

/// Why a case goes back, for whoever reads it in the RIS, in both languages.
final class CaseWords {
    private CaseWords() {}

    /// Why a report was sent back.
    static String of(CourseAct act) {
        String key = ActRules.returnReasonKey(act.code());
        return Messages.of(Locale.CHINESE).get(key) + " / "
                + Messages.of(Locale.ENGLISH).get(key) + "：" + act.words();
    }

    /// What is wrong with the images as they stand judged, and why they went back, if they did.
    static String of(ImageQuality quality) {
        StringBuilder words = new StringBuilder();
        quality.grading()
                .ifPresent(act -> words.append("图像质量 ")
                        .append(graded(act, ReportLanguage.CHINESE))
                        .append(" / image quality ")
                        .append(graded(act, ReportLanguage.ENGLISH))
                        .append(act.words().isEmpty() ? "" : "：" + act.words()));
        quality.returned().ifPresent(act -> words.append("；退回重做 / returned：").append(act.words()));
        return words.toString();
    }

    private static String graded(ImageQualityAct act, ReportLanguage language) {
        String defects = act.defectNames(language);
        return act.grade().name(language) + (defects.isEmpty() ? "" : " (" + defects + ")");
    }
}
