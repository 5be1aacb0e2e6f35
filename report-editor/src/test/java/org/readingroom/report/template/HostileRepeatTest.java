package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// Repeated groups that mean nothing, or too much.
// [utest->req~report.template.repeat~1]
class HostileRepeatTest {
    private static final String SIZE = "<input id='size' type='number' title='size' data-field-units='mm'/>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "repeat-nested | <div data-rr-repeat='a'><p data-rr-repeat='b'>%s.</p></div> | ",
                "repeat-nested | <div data-rr-repeat='a'><p data-rr-repeat='a'>%s.</p></div> | ",
                "repeat-name | <p data-rr-repeat=''>%s.</p> | ",
                "repeat-name | <p data-rr-repeat='1'>%s.</p> | ",
                "repeat-name | <p data-rr-repeat='a#2'>%s.</p> | ",
                "repeat-empty | <p data-rr-repeat='a'>words.</p><p>%s.</p> | ",
                "repeat-mark | <p data-rr-repeat='a'>%s.</p><p><input id='size#2' type='text' title='t'/>.</p> | ",
                "field-twice | <p data-rr-repeat='a'>%s.</p><p><input id='size' type='text' title='t'/>.</p> | ",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p data-rr-show='size &gt; 6'>Large.</p>",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p><output id='o' data-rr-compute='size'></output>.</p>",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p><output id='o' data-rr-compute='round(size, 1)'></output>.</p>",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p><output id='o' data-rr-compute='max(size + 1)'></output>.</p>",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p>A<span data-rr-show='given(size)'> b</span>.</p>",
                "repeat-outside | <p data-rr-repeat='a'>%s.</p> | <p data-rr-repeat='b'><input id='n' type='text' title='n'/><output id='o' data-rr-compute='size'></output>.</p>"
            })
    void whatHasNoOneMeaningIsRefused(String reason, String findings, String impression) {
        TemplateException refused = assertThrows(
                TemplateException.class,
                () -> Pages.read(
                        Pages.page("en", findings.formatted(SIZE), impression == null ? "<p>Seen.</p>" : impression)));
        assertTrue(
                refused.problems().stream().anyMatch(problem -> problem.key().equals("report.template." + reason)),
                refused.problems().toString());
    }

    @Test
    void aFunctionOfAllIsGivenEveryLesionAndNothingElseIsAsked() throws TemplateException {
        ReportTemplate template = Pages.read(Pages.page(
                "en",
                "<p data-rr-repeat='lesion' data-rr-repeat-name='Lesion'>It measures " + SIZE + ".</p>",
                "<p>Largest <output id='o' data-rr-decimals='0' data-rr-compute='max(size)'></output> mm,"
                        + " of <output id='n' data-rr-decimals='0' data-rr-compute='instances(size)'></output>.</p>"));
        Report report = Lesions.set(template, Lesions.blank(template), "size", "7");
        report = Lesions.set(template, Lesions.added(template, report), "size#2", "31");
        assertEquals("Largest 31 mm, of 2.", report.text(SectionKind.IMPRESSION).strip());
        assertEquals(
                List.of("Lesion 1: It measures 7 mm.", "Lesion 2: It measures 31 mm."),
                Lesions.words(report, SectionKind.FINDINGS));
    }

    @Test
    void aThousandLesionsAreNotAdded() {
        ReportTemplate template = Lesions.template();
        Report report = Lesions.blank(template);
        int added = 1;
        for (int turn = 0; turn < 1000; turn++) {
            var step = FormRepeats.add(report, TemplateForm.of(template, report), Lesions.group(template));
            if (step.isEmpty()) {
                break;
            }
            report = step.get().change().edit().apply(report);
            added++;
        }
        assertEquals(20, added);
        assertEquals(
                1 + 20 * 2 + 1, report.section(SectionKind.FINDINGS).sentences().size());
    }

    /// However often one is added and taken out, there is a name for the next.
    @Test
    void namesNeverRunOut() {
        ReportTemplate template = Lesions.template();
        Report report = Lesions.added(template, Lesions.blank(template));
        for (int turn = 0; turn < 150; turn++) {
            List<Integer> keys = keys(template, report);
            assertEquals(2, keys.size(), "turn " + turn + " " + keys);
            report = Lesions.added(template, report);
            assertEquals(3, keys(template, report).stream().distinct().count());
            report = Lesions.removed(template, report, keys.getFirst());
        }
    }

    private static List<Integer> keys(ReportTemplate template, Report report) {
        return TemplateForm.of(template, report).template().repeats().of(Lesions.group(template)).stream()
                .map(GroupInstance::key)
                .toList();
    }
}
