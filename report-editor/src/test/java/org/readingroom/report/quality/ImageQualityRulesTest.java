package org.readingroom.report.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.readingroom.assets.Messages;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.ReportLanguage;

// [utest->req~report.image-quality.rules~1]
class ImageQualityRulesTest {
    private final ImageQualityRules shipped = ImageQualityRules.shipped();

    @Test
    void theShippedFileStopsTheWorstGradeAloneAndAsksItsDefects() {
        assertEquals(Set.of(ImageGrade.D), shipped.blocking());
        assertEquals(GradeRule.Defects.NONE, shipped.rule(ImageGrade.A).defects());
        for (ImageGrade grade : List.of(ImageGrade.B, ImageGrade.C, ImageGrade.D)) {
            assertEquals(GradeRule.Defects.REQUIRED, shipped.rule(grade).defects(), grade.name());
        }
        assertEquals(CheckSeverity.WARNING, shipped.ungraded());
        assertFalse(shipped.isPrinted());
        assertTrue(shipped.mayGrade(Set.of(AuthorRole.TRAINEE)));
        assertFalse(shipped.mayGrade(Set.of(AuthorRole.MACHINE)), "no machine judges images by itself");
        assertFalse(shipped.mayGrade(Set.of()));
    }

    @Test
    void aModalityIsAskedOfItsOwnDefects() {
        List<String> mammography = ids(Set.of("MG"));
        List<String> ultrasound = ids(Set.of("US"));
        List<String> pet = ids(Set.of("PT", "CT"));
        assertTrue(mammography.containsAll(List.of("compression", "under-exposed", "positioning", "marks-wrong")));
        assertFalse(mammography.contains("contrast-timing"));
        assertTrue(ultrasound.contains("gain-depth"));
        assertFalse(ultrasound.contains("under-exposed"), "sound exposes nobody");
        assertTrue(pet.containsAll(List.of("uptake", "contrast-timing")), "of either of two modalities");
        assertEquals(shipped.defects().size(), ids(Set.of()).size(), "of unknown images everything can be said");
        for (String modality : List.of("CR", "DX", "MG", "CT", "MR", "US", "XA", "PT", "NM")) {
            assertEquals("other", ids(Set.of(modality)).getLast(), modality);
        }
    }

    private List<String> ids(Set<String> modalities) {
        return shipped.defects(modalities).stream()
                .map(each -> each.defect().id())
                .toList();
    }

    @Test
    void everyDefectHasWordsOfItsLanguage() {
        for (DefectRule each : shipped.defects()) {
            assertTrue(
                    each.defect().name(ReportLanguage.CHINESE).codePoints().anyMatch(Character::isIdeographic),
                    each.defect().id());
            assertFalse(
                    each.defect().name(ReportLanguage.ENGLISH).codePoints().anyMatch(Character::isIdeographic),
                    each.defect().id());
        }
        assertEquals(
                List.of("other"),
                shipped.defects().stream()
                        .filter(DefectRule::needsWords)
                        .map(each -> each.defect().id())
                        .toList());
    }

    @Test
    void aHospitalMayStopEarlierAndLetTheUngradedPass() throws IOException {
        ImageQualityRules own = ImageQualityRules.read(text(text().replace(
                        "\"C\": { \"defects\": \"REQUIRED\", \"blocks\": false }",
                        "\"C\": { \"defects\": \"ALLOWED\", \"blocks\": true }")
                .replace("\"ungraded\": \"WARNING\"", "\"ungraded\": \"NONE\"")
                .replace("\"printed\": false", "\"printed\": true")));
        assertEquals(Set.of(ImageGrade.C, ImageGrade.D), own.blocking());
        assertNull(own.ungraded());
        assertTrue(own.isPrinted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "readingroom.image-quality | readingroom.critical-acts",
                "\"formatVersion\": 1 | \"formatVersion\": 2",
                "image-quality-2026.1 | ~ ~",
                "\"D\": { | \"E\": {",
                "\"blocks\": true | \"blocks\": \"yes\"",
                "\"A\": { \"defects\": \"NONE\", \"blocks\": false } | \"A\": { \"defects\": \"NONE\", \"blocks\": true }",
                "\"B\": { \"defects\": \"REQUIRED\", \"blocks\": false } | \"B\": { \"defects\": \"REQUIRED\", \"blocks\": true }",
                "\"ungraded\": \"WARNING\" | \"ungraded\": \"PERHAPS\"",
                "\"ungraded\": \"WARNING\", | ~~",
                "\"printed\": false, | ~~",
                "\"gradedBy\": [\"TRAINEE\", \"RADIOLOGIST\", \"SENIOR\"] | \"gradedBy\": []",
                "\"gradedBy\": [\"TRAINEE\" | \"gradedBy\": [\"TECHNOLOGIST\"",
                "\"id\": \"noise\" | \"id\": \"motion\"",
                "\"en\": \"Too noisy\" | \"en\": \"\"",
                "[\"MG\"] | [\"mammography\"]",
            })
    void whatCannotBeIsRefused(String right, String wrong) throws IOException {
        String good = text();
        assertTrue(good.contains(right), right);
        InputStream broken = text(good.replace(right, wrong));
        assertThrows(IOException.class, () -> ImageQualityRules.read(broken));
    }

    @Test
    void noiseIsNoRuleFile() {
        for (String noise : List.of("", "{", "[]", "null", "7")) {
            assertThrows(IOException.class, () -> ImageQualityRules.read(text(noise)), noise);
        }
    }

    private static String text() throws IOException {
        try (InputStream stream = Messages.class.getResourceAsStream("rules/image-quality-1.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
