package org.readingroom.report.check;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.viewer.model.Sex;

/// An organ that the patient's recorded sex does not have. Other and unknown sex are never judged.
final class SexOrganCheck implements ReportCheck {
    private static final Pattern MALE =
            Pattern.compile("前列腺|精囊|睾丸|附睾|阴囊|\\b(?:prostate|seminal vesicles?|testis|testes|scrotum)\\b");
    private static final Pattern FEMALE =
            Pattern.compile("子宫|卵巢|宫颈|输卵管|阴道|\\b(?:uterus|uterine|ovary|ovaries|cervix uteri|vagina|fallopian)\\b");

    @Override
    public void check(CheckContext context, Consumer<Concern> found) {
        Sex sex = context.report().study().patient().sex();
        if (sex != Sex.MALE && sex != Sex.FEMALE) {
            return;
        }
        Pattern foreign = sex == Sex.MALE ? FEMALE : MALE;
        for (Section section : context.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                Matcher matcher = foreign.matcher(sentence.text().toLowerCase(Locale.ROOT));
                if (matcher.find()) {
                    found.accept(Concern.at("sex.organ", section.kind(), sentence.id(), matcher.group()));
                }
            }
        }
    }
}
