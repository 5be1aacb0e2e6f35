package org.readingroom.report.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.SectionKind;

// [utest->req~report.template.shipped~1]
class ShippedWordingTest {
    /// **Source:** LI-RADS v2018, "Washout": with gadoxetate in the portal venous phase only; a capsule counts in the
    /// transitional phase too.
    @Test
    void washoutAfterGadoxetateIsOfThePortalVenousPhaseOnly() {
        String answers = "lesion=observation,segment=#8,size=20,aphe=yes,washout=yes,capsule=no,growth=no,look=other,"
                + "up=no,down=no,risk=yes,agent=";
        assertSaid(
                ReportLanguage.ENGLISH,
                answers + "gadoxetate",
                "Portal venous phase only: nonperipheral washout, "
                        + "portal venous or transitional phase: no enhancing capsule.");
        assertSaid(
                ReportLanguage.ENGLISH,
                answers + "extracellular",
                "Portal venous or delayed phase: nonperipheral washout, no enhancing capsule.");
        assertSaid(ReportLanguage.CHINESE, answers + "gadoxetate", "仅门静脉期：见非周边廓清，门静脉期或移行期：未见强化包膜；");
        assertSaid(ReportLanguage.CHINESE, answers + "extracellular", "门静脉期或延迟期：见非周边廓清，未见强化包膜；");
    }

    private static void assertSaid(ReportLanguage language, String answers, String words) {
        TemplateForm form = ShippedForms.answered(ShippedForms.blank("liver-mr", language), answers);
        String said = ShippedForms.text(form, SectionKind.FINDINGS);
        assertTrue(said.contains(words), said);
    }

    @Test
    void calciumThatWasNotMeasuredIsNotCalledNone() {
        for (ReportLanguage language : ReportLanguage.values()) {
            TemplateForm none = ShippedForms.blank("coronary-cta", language);
            TemplateForm unmeasured = none.with("calcium", "");
            String first = none.value("calcium");
            assertTrue(ShippedForms.text(none, SectionKind.FINDINGS).contains(first));
            String said = ShippedForms.text(unmeasured, SectionKind.FINDINGS);
            assertFalse(said.contains("alcifi") || said.contains("钙化"), said);
            assertEquals(
                    ShippedForms.text(none, SectionKind.FINDINGS)
                            .lines()
                            .skip(1)
                            .toList(),
                    said.lines().toList());
            assertEquals(List.of(), unmeasured.gaps());
            assertTrue(ShippedForms.text(unmeasured, SectionKind.IMPRESSION).contains("CAD-RADS 0"));
            var report = ShippedForms.report(unmeasured);
            assertEquals("", TemplateForm.of(none.template(), report).value("calcium"));
        }
    }
}
