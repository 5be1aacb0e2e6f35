package org.readingroom.report.check;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;

/// Words of a template that were to be replaced: `【…】`, `____`, `××`, `XX`, `[location]`, `{…}`.
final class LeftoverCheck implements ReportCheck {
    private static final Pattern LEFTOVER = Pattern.compile(
            "【[^】\\n]*】|_{2,}|×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|\\[\\s*\\]|\\[[\\p{L}][^\\]\\n]*\\]|\\{[^}\\n]*\\}|□");

    @Override
    public void check(CheckContext context, Consumer<Concern> found) {
        for (Section section : context.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                Matcher matcher = LEFTOVER.matcher(sentence.text());
                if (matcher.find()) {
                    found.accept(Concern.at("template.leftover", section.kind(), sentence.id(), matcher.group()));
                }
            }
        }
    }
}
