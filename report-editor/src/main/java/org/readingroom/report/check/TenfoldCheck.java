package org.readingroom.report.check;

import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.prior.PriorQuote;
import org.readingroom.report.text.ShownNumber;
import org.readingroom.report.text.WrittenNumber;

/// The right digits with the wrong unit: `8.3 cm` for a mark of 8.3 mm, or for 8.3 mm elsewhere in
/// the report.
final class TenfoldCheck implements ReportCheck {
    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        CheckContext context = reading.context();
        for (Section section : context.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                for (WrittenNumber number : WrittenNumber.in(sentence.text())) {
                    if (isBoundOtherwise(number, sentence, context)
                            || section.kind() == SectionKind.IMPRESSION
                                    && !PriorQuote.isQuotation(sentence.text())
                                    && isFoundOtherwise(number, context)) {
                        found.accept(Concern.at(
                                "unit.tenfold",
                                section.kind(),
                                sentence.id(),
                                sentence.text().substring(number.start(), number.end())));
                    }
                }
            }
        }
    }

    private static boolean isBoundOtherwise(WrittenNumber number, ReportSentence sentence, CheckContext context) {
        for (BoundMeasurement bound : sentence.measurements()) {
            ShownNumber shown =
                    ShownNumber.of(bound.measurement(), context.report().language());
            if (isOtherLengthUnit(number.ucum(), shown.ucum()) && sameDigits(number.value(), shown.value())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFoundOtherwise(WrittenNumber number, CheckContext context) {
        String findings = context.report().section(SectionKind.FINDINGS).sentences().stream()
                .map(ReportSentence::text)
                .filter(text -> !PriorQuote.isQuotation(text))
                .collect(Collectors.joining());
        boolean other = false;
        for (WrittenNumber found : WrittenNumber.in(findings)) {
            if (found.inMillimetres().compareTo(number.inMillimetres()) == 0) {
                return false;
            }
            other |= isOtherLengthUnit(number.ucum(), found.ucum()) && sameDigits(number.value(), found.value());
        }
        return other;
    }

    private static boolean isOtherLengthUnit(String a, String b) {
        return a.equals("cm") && b.equals("mm") || a.equals("mm") && b.equals("cm");
    }

    private static boolean sameDigits(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
