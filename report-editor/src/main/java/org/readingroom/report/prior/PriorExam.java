package org.readingroom.report.prior;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.StudyIdentity;

/// The name of an examination in a sentence, such as `胸部CT` or `Chest CT`.
///
/// It is made of the study's own words. Of a description in two languages only the words of the report's are taken.
// [impl->req~report.prior.quote~1]
final class PriorExam {
    /// By which words descriptions name what a modality made, beside its code.
    private static final Map<String, List<String>> SAID = Map.of(
            "MR", List.of("磁共振", "核磁"),
            "US", List.of("超声", "ULTRASOUND"),
            "CR", List.of("X线", "平片", "RADIOGRAPH", "X-RAY"),
            "DX", List.of("X线", "平片", "RADIOGRAPH", "X-RAY"),
            "MG", List.of("钼靶", "MAMMO"));

    private PriorExam() {}

    static String of(StudyIdentity study, ReportLanguage language) {
        String said = words(study.description(), language);
        String what = (said.isEmpty() ? study.bodyPart() : said)
                .replaceAll("[。！？；.!?;]+", " ")
                .strip();
        String modality = study.modality().strip();
        if (what.isEmpty() || modality.isEmpty() || names(what, modality)) {
            return what.isEmpty() ? modality : what;
        }
        return isChinese(what) ? what + modality : what + " " + modality;
    }

    private static String words(String description, ReportLanguage language) {
        String meant = Arrays.stream(description.strip().split("\\s+"))
                .filter(word -> isChinese(word) == (language == ReportLanguage.CHINESE))
                .collect(Collectors.joining(" "));
        return meant.codePoints().anyMatch(Character::isLetter)
                ? meant
                : description.strip().replaceAll("\\s+", " ");
    }

    private static boolean names(String words, String modality) {
        String upper = words.toUpperCase(Locale.ROOT);
        return upper.contains(modality.toUpperCase(Locale.ROOT))
                || SAID.getOrDefault(modality, List.of()).stream().anyMatch(upper::contains);
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }
}
