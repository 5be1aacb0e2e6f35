package org.readingroom.report.phrase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.Polarity;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportLanguage;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.Section;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SentenceOrigin;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.model.Sex;

/// What may be kept as normal, and for which studies it is offered again.
// [utest->req~report.phrase.normal~1]
class NormalTextTest {
    private static Report normal(Sex sex, FieldValue... values) {
        Report blank = Report.blank(SampleReports.study(sex), ReportLanguage.CHINESE);
        ReportSentence findings =
                ReportSentence.of("双肺未见异常。", SentenceOrigin.TEMPLATE).withFields(List.of(values));
        ReportSentence impression = ReportSentence.of("胸部CT未见异常。", SentenceOrigin.HUMAN);
        return ReportEdits.exchange(
                        blank,
                        List.of(
                                new Section(SectionKind.FINDINGS, List.of(findings)),
                                new Section(SectionKind.IMPRESSION, List.of(impression))),
                        "report.edit.normal")
                .apply(blank);
    }

    private static StudyIdentity described(Sex sex, String description) {
        StudyIdentity like = SampleReports.study(sex);
        return new StudyIdentity(
                like.study(), like.patient(), "", like.studyTime(), "CT", "CHEST", description, like.institution());
    }

    @Test
    void itSuitsTheSameSexAndDescriptionAlone() {
        NormalText text = NormalText.of(normal(Sex.FEMALE)).orElseThrow();
        assertTrue(text.suits(described(Sex.FEMALE, " 胸部ct平扫 "), ReportLanguage.CHINESE));
        assertFalse(text.suits(described(Sex.MALE, "胸部CT平扫"), ReportLanguage.CHINESE));
        assertFalse(text.suits(described(Sex.UNKNOWN, "胸部CT平扫"), ReportLanguage.CHINESE));
        assertFalse(text.suits(described(Sex.FEMALE, "胸部CT增强"), ReportLanguage.CHINESE));
        assertFalse(text.suits(described(Sex.FEMALE, ""), ReportLanguage.CHINESE));
    }

    @Test
    void oneOfAnotherKindTakesNobodysPlaceAndOneOfTheSameIsNamed() {
        PhraseBook book =
                PhraseBook.EMPTY.with(NormalText.of(normal(Sex.FEMALE)).orElseThrow());
        assertEquals(
                2,
                book.with(NormalText.of(normal(Sex.MALE)).orElseThrow())
                        .normals()
                        .size());
        assertFalse(book.replacesBy(NormalText.of(normal(Sex.MALE)).orElseThrow()));
        assertTrue(book.replacesBy(
                new NormalText("CT", "CHEST", "FEMALE", "胸部CT平扫", ReportLanguage.CHINESE, "", "双肺清晰。", "胸部CT未见异常。")));
    }

    @Test
    void aPositiveConclusionIsNotNormal() {
        assertTrue(NormalText.of(normal(Sex.MALE).withConclusion(Polarity.NEGATIVE))
                .isPresent());
        assertEquals(Optional.empty(), NormalText.of(normal(Sex.MALE).withConclusion(Polarity.POSITIVE)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FieldRole.class,
            names = {"LOCATION", "SIZE", "CATEGORY"})
    void whatSaysWhereOrHowLargeIsNotNormal(FieldRole role) {
        assertEquals(
                Optional.empty(),
                NormalText.of(normal(Sex.MALE, new FieldValue("a", role, "某项", "8", "", null, true))));
        assertTrue(NormalText.of(normal(Sex.MALE, new FieldValue("a", role, "某项", "", "", null, true)))
                .isPresent());
    }

    @Test
    void aTextOfAnOlderBookIsReadAndSuitsNothing() throws Exception {
        String old = """
                {"format": "readingroom.phrases", "version": 1, "normals": [{"modality": "CT", "region": "CHEST",
                 "language": "zh", "technique": "", "findings": "双肺未见异常。", "impression": "未见异常。"}]}""";
        PhraseBook book = PhraseJson.read(old.getBytes(StandardCharsets.UTF_8));
        assertEquals(1, book.normals().size());
        for (Sex sex : Sex.values()) {
            assertEquals(Optional.empty(), book.normal(described(sex, ""), ReportLanguage.CHINESE));
        }
        assertEquals(book, PhraseJson.read(PhraseJson.write(book)));
    }
}
