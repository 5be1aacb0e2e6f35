package org.readingroom.report.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.readingroom.report.model.BoundMeasurement;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.text.ShownNumber;
import org.readingroom.report.text.WrittenNumber;
import org.readingroom.viewer.annotation.Measured;
import org.readingroom.viewer.annotation.Measurement;

/// The number in a sentence is still that of its mark: not retyped, the mark neither moved since
/// nor gone.
///
/// A length may stand in mm or cm; what counts is the value as it would be shown.
final class NumberCheck implements ReportCheck {
    @Override
    public void check(ReportReading reading, Consumer<Concern> found) {
        CheckContext context = reading.context();
        ReportLanguage language = context.report().language();
        for (Section section : context.report().sections()) {
            for (ReportSentence sentence : section.sentences()) {
                for (BoundMeasurement bound : sentence.measurements()) {
                    Optional<FieldNumber> field = FieldNumber.of(sentence, bound);
                    if (field.isPresent()) {
                        inField(context, section, field.get(), found);
                        continue;
                    }
                    ShownNumber shown = ShownNumber.of(bound.measurement(), language);
                    if (!isWritten(shown, sentence.text())) {
                        found.accept(Concern.at("number.differs", section.kind(), sentence.id(), shown.text()));
                    }
                    if (context.marksKnown()) {
                        compare(context, section, sentence, bound, found);
                    }
                }
            }
        }
    }

    /// A number in a field is shown as the field has it.
    private static void inField(CheckContext context, Section section, FieldNumber number, Consumer<Concern> found) {
        ReportSentence sentence = number.sentence();
        BoundMeasurement bound = number.bound();
        if (!number.isWritten()) {
            found.accept(Concern.at("number.differs", section.kind(), sentence.id(), bound.shown()));
        }
        if (!context.marksKnown()) {
            return;
        }
        Optional<Measurement> now =
                context.marks().apply(bound.annotation()).flatMap(measured -> alike(measured, bound.measurement()));
        if (now.isEmpty()) {
            found.accept(Concern.at("measurement.gone", section.kind(), sentence.id(), bound.shown()));
            return;
        }
        String shown = number.shown(now.get())
                .orElse(ShownNumber.of(now.get(), context.report().language()).text());
        if (!shown.equals(bound.shown())) {
            Concern stale = Concern.at("measurement.stale", section.kind(), sentence.id(), bound.shown(), shown);
            found.accept(number.renewed(now.get()).map(stale::fixedBy).orElse(stale));
        }
    }

    private static void compare(
            CheckContext context,
            Section section,
            ReportSentence sentence,
            BoundMeasurement bound,
            Consumer<Concern> found) {
        ReportLanguage language = context.report().language();
        Optional<Measured> mark = context.marks().apply(bound.annotation());
        Optional<Measurement> now = mark.flatMap(measured -> alike(measured, bound.measurement()));
        if (now.isEmpty()) {
            found.accept(Concern.at("measurement.gone", section.kind(), sentence.id(), bound.shown()));
            return;
        }
        String shownNow = ShownNumber.of(now.get(), language).text();
        if (!shownNow.equals(ShownNumber.of(bound.measurement(), language).text())) {
            Concern stale = Concern.at("measurement.stale", section.kind(), sentence.id(), bound.shown(), shownNow);
            found.accept(renewed(sentence, bound, now.get(), shownNow)
                    .map(stale::fixedBy)
                    .orElse(stale));
        }
    }

    /// The sentence with the number that the mark has now; empty when the old one does not stand in it
    /// just once.
    // [impl->req~report.check.stale~1]
    private static Optional<ReportSentence> renewed(
            ReportSentence sentence, BoundMeasurement bound, Measurement now, String shownNow) {
        String text = sentence.text();
        int at = bound.shown().isEmpty() ? -1 : text.indexOf(bound.shown());
        boolean isPart = at > 0 && (Character.isDigit(text.charAt(at - 1)) || text.charAt(at - 1) == '.');
        if (at < 0 || isPart || text.indexOf(bound.shown(), at + 1) >= 0) {
            return Optional.empty();
        }
        String said = text.substring(0, at)
                + shownNow
                + text.substring(at + bound.shown().length());
        List<BoundMeasurement> renewed = sentence.measurements().stream()
                .map(one -> one.equals(bound) ? new BoundMeasurement(one.annotation(), now, shownNow) : one)
                .toList();
        return Optional.of(new ReportSentence(
                sentence.id(),
                said,
                sentence.origin(),
                sentence.evidence(),
                renewed,
                sentence.concepts(),
                sentence.fields(),
                sentence.suggestion()));
    }

    /// What the mark measures now, in the unit of the sentence where it can be read in several, as uptake
    /// values can.
    private static Optional<Measurement> alike(Measured measured, Measurement wanted) {
        return measured.measurements().stream()
                .filter(one -> one.quantity() == wanted.quantity() && one.ucum().equals(wanted.ucum()))
                .findFirst()
                .or(() -> measured.of(wanted.quantity()));
    }

    static boolean isWritten(ShownNumber shown, String text) {
        WrittenNumber wanted = new WrittenNumber(shown.value(), shown.ucum(), 0, 0);
        List<WrittenNumber> numbers = WrittenNumber.in(text);
        return numbers.stream()
                .anyMatch(number -> number.inMillimetres().compareTo(wanted.inMillimetres()) == 0
                        && sameKind(number.ucum(), shown.ucum()));
    }

    /// Lengths in mm and cm compare; a unit that is not written, or that we do not read, counts as
    /// the right one.
    private static boolean sameKind(String written, String measured) {
        return written.isEmpty()
                || written.equals(measured)
                || written.equals("cm") && measured.equals("mm")
                || written.equals("cm2") && measured.equals("mm2");
    }
}
