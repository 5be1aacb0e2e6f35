package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.template.FieldInput.Answer;

// [utest->req~report.template.input~1]
class FieldInputTest {
    /// `!` before what is refused, with the reason.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "12.50 | 12.50",
                "12 mm | 12",
                "12mm | 12",
                "１２．５ | 12.5",
                "+7 | 7",
                "'' | ''",
                "1.2 cm | !other-unit",
                "12 HU | !other-unit",
                "12 % | !other-unit",
                "12,5 | !not-number",
                "1e2 | !other-unit",
                "twelve | !not-number",
                "12..5 | !not-number",
                "NaN | !not-number",
                "0x10 | !other-unit",
                "12 13 | !not-number",
                "-3 | !below",
                "0 | !below",
                "201 | !above",
                "99999999999999999999 | !not-number",
                "7.25 | !off-step",
                "1.0 | 1.0"
            })
    void numbersTakeTheirUnitRangeAndStep(String typed, String expected) throws TemplateException {
        assertAnswer(expected, field("<input type='number' data-field-units='mm' min='1' max='200' step='0.1'"), typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-30 | 2026-11-30",
                "20261130 | 2026-11-30",
                "2026/1/3 | 2026-01-03",
                "2026年11月30日 | 2026-11-30",
                "2026-02-30 | !not-date",
                "30.11.2026 | !not-date",
                "tomorrow | !not-date"
            })
    void datesAreDays(String typed, String expected) throws TemplateException {
        assertAnswer(expected, field("<input type='date'"), typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"14:05 | 14:05", "1405 | 14:05", "9:30 | 09:30", "24:01 | !not-time", "noon | !not-time"})
    void timesAreOfADay(String typed, String expected) throws TemplateException {
        assertAnswer(expected, field("<input type='time'"), typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'  two   words ' | two   words", "'a\n\tb' | a b", "'' | ''"})
    void wordsStayOnOneLine(String typed, String expected) throws TemplateException {
        assertAnswer(expected, field("<input type='text'"), typed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"5 | 5", "5 mm | !no-unit"})
    void aNumberWithoutUnitTakesNone(String typed, String expected) throws TemplateException {
        assertAnswer(expected, field("<input type='number'"), typed);
    }

    private static TemplateField field(String beginning) throws TemplateException {
        return Pages.read(Pages.page("en", "<p>a " + beginning + " id='f' title='f'>.</p>", "<p>b.</p>"))
                .fields()
                .get("f");
    }

    private static void assertAnswer(String expected, TemplateField field, String typed) {
        String said = switch (FieldInput.accept(field, typed)) {
            case Answer.Taken(String value) -> value;
            case Answer.Refused refused -> "!" + refused.key().replace("report.form.", "");
        };
        assertEquals(expected, said, typed);
    }
}
