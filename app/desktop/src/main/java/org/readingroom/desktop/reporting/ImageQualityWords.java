package org.readingroom.desktop.reporting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.worklist.ImageSign;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.quality.ImageGrade;
import org.readingroom.report.quality.ImageQualityAct;
import org.readingroom.report.quality.ImageQualityRules;

/// What was judged of images in the language of the window.
public record ImageQualityWords(Words words, ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    public String grade(ImageGrade grade) {
        return grade.name(language());
    }

    public ReportLanguage language() {
        return ReportLanguage.of(words.locale());
    }

    /// The line above the report: the grade, what is wrong, who said so, and what has to be done next.
    public String standing(KnownQuality known, ImageQualityRules rules) {
        return String.join("  ", lines(known, rules));
    }

    /// The same, each thing for itself.
    public List<String> lines(KnownQuality known, ImageQualityRules rules) {
        Optional<ImageQualityAct> grading = known.quality().grading();
        if (grading.isEmpty()) {
            return List.of(words.get("desktop.image-quality.none"));
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.get("desktop.image-quality.graded", judged(grading.get()), by(grading.get())));
        known.quality()
                .returned()
                .ifPresentOrElse(
                        back -> parts.add(words.get("desktop.image-quality.returned", back.words(), by(back))), () -> {
                            if (known.isStopped(rules)) {
                                parts.add(words.get("desktop.image-quality.stopped"));
                            }
                        });
        if (known.isOfOthers()) {
            parts.add(words.get(
                    "desktop.image-quality.others", grading.get().images().count(), known.images()));
        }
        return List.copyOf(parts);
    }

    /// The study in the worklist: sent back, still to be, or with images that nobody judged yet.
    public ImageSign sign(KnownQuality known, ImageQualityRules rules) {
        String grade = known.quality().grading().map(act -> grade(act.grade())).orElse("");
        String key = known.isOfOthers()
                ? "desktop.image-quality.row-new"
                : known.quality().isReturned() ? "desktop.image-quality.row-returned" : "desktop.image-quality.row";
        return new ImageSign(
                words.get(key, grade), known.isOfOthers() ? "attention" : "critical", standing(known, rules));
    }

    /// What is wrong, as the reason of a return is proposed.
    public String reason(ImageQualityAct grading) {
        List<String> parts = new ArrayList<>(List.of(grading.defectNames(language()), grading.words()));
        parts.removeIf(String::isEmpty);
        return String.join(language() == ReportLanguage.CHINESE ? "；" : "; ", parts);
    }

    private String judged(ImageQualityAct act) {
        String why = reason(act);
        return why.isEmpty() ? grade(act.grade()) : grade(act.grade()) + " · " + why;
    }

    private String by(ImageQualityAct act) {
        return act.name() + " " + time(act.at());
    }

    private String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }
}
