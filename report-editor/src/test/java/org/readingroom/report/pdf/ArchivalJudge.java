package org.readingroom.report.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/// veraPDF's word on whether a document is PDF/A-2u.
final class ArchivalJudge {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private ArchivalJudge() {}

    static void assertValid(byte[] pdf) throws Exception {
        ValidationResult result = judged(pdf);
        assertEquals(
                List.of(),
                result.getTestAssertions().stream()
                        .map(each -> each.getRuleId() + " " + each.getMessage())
                        .distinct()
                        .toList());
        assertTrue(result.isCompliant());
    }

    static ValidationResult judged(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            return validator.validate(parser);
        }
    }
}
