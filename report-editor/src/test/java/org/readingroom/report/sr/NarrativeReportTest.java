package org.readingroom.report.sr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.report.edit.ReportEdits;
import org.readingroom.report.model.AuthorRole;
import org.readingroom.report.model.FieldRole;
import org.readingroom.report.model.FieldValue;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.SigningAct;
import org.readingroom.report.model.Stage;
import org.readingroom.report.model.SuggestionTrace;
import org.readingroom.report.template.Lesions;
import org.readingroom.report.testing.SampleReports;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.DocumentWriter;

/// Read by two programs of other houses: dciodvfy judges it, DCMTK's dsrdump reads it to us.
// [utest->req~report.sr.narrative~1]
class NarrativeReportTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @TempDir
    Path folder;

    @Test
    void anIssuedReportIsJudgedSoundAndReadsAsItWasSigned() throws Exception {
        DataSet made = written(true, List.of());
        assertEquals(List.of(), Dciodvfy.errors(made));
        String read = read(made);
        assertTrue(read.contains("Diagnostic Imaging Report"), read);
        for (ReportSentence sentence : whole().sentences()) {
            assertTrue(read.contains(sentence.words()), sentence.words() + "\n" + read);
        }
        assertTrue(read.contains("\"8.3417\" (mm,UCUM,\"millimeter\")"), read);
        assertTrue(read.contains("2.25.12"), read);
        assertTrue(read.contains("8.3 mm"), read);
        assertTrue(read.contains("suggest-archive 1, EDITED, edit distance 4"), read);
        assertTrue(read.contains("右肺上叶结节，长径"), read);
        assertTrue(read.contains("演示医师 senior"), read);
        assertTrue(read.contains("VERIFIED"), read);
        assertTrue(read.contains("2026-11-20 11:01:09"), read);
    }

    @Test
    void aReportThatNobodyReviewedIsPartialAndUnverified() throws Exception {
        DataSet made = written(false, List.of());
        assertEquals(List.of(), Dciodvfy.errors(made));
        assertEquals(Optional.of("PARTIAL"), made.string(Tag.COMPLETION_FLAG).map(String::strip));
        assertEquals(
                Optional.of("UNVERIFIED"), made.string(Tag.VERIFICATION_FLAG).map(String::strip));
        assertFalse(read(made).contains("Verifying Observer"));
    }

    @Test
    void theOneBeforeItIsNamed() throws Exception {
        List<SeriesReference> before = DocumentWriter.predecessor(
                "2.25.10",
                "2.25.31",
                new InstanceReference(NarrativeReport.SOP_CLASS, new SopInstanceUid("2.25.32"), List.of()));
        DataSet made = written(true, before);
        assertEquals(List.of(), Dciodvfy.errors(made));
        assertTrue(Tools.output("dcmdump", file(made).toString()).contains("2.25.32"));
    }

    /// Each value stands under the sentence of its own nodule, the measured number under that of the second alone.
    // [utest->req~report.template.repeat-out~1]
    @Test
    void everyLesionIsInItForItself() throws Exception {
        DataSet made = written(Lesions.three(), true, List.of());
        assertEquals(List.of(), Dciodvfy.errors(made));
        String read = read(made);
        String[] parts = read.split("结节[123]：位于");
        assertEquals(4, parts.length, read);
        List<String> sizes = List.of("5 mm", "12.3 mm", "7 mm");
        for (int lesion = 1; lesion <= 3; lesion++) {
            String own = parts[lesion].substring(0, parts[lesion].indexOf("边缘光整"));
            assertTrue(own.contains("\"" + sizes.get(lesion - 1) + "\""), own);
            assertEquals(lesion == 2, own.contains("\"12.3417\" (mm,UCUM"), own);
            assertEquals(lesion == 2, own.contains("2.25.12"), own);
        }
        assertTrue(read.contains("结节2：左肺下叶结节，分级高。"), read);
        assertTrue(read.contains("共3个，最大12.3 mm。"), read);
    }

    private static Report whole() {
        Report report = SampleReports.chestCt();
        ReportSentence nodule = report.section(SectionKind.FINDINGS).sentences().stream()
                .filter(sentence -> !sentence.measurements().isEmpty())
                .findFirst()
                .orElseThrow();
        ReportSentence told = nodule.withFields(List.of(
                        new FieldValue("size", FieldRole.SIZE, "长径", "8.3", "mm", null, true),
                        new FieldValue("shape", FieldRole.SHAPE, "形态", "圆形", "", null, false)))
                .withSuggestion(new SuggestionTrace(
                        "suggest-archive", "1", "右肺上叶结节。", SuggestionTrace.Act.EDITED, 4, List.of("r")));
        return ReportEdits.replace(report, SectionKind.FINDINGS, told)
                .apply(report)
                .withKeyImages(List.of(
                        new KeyImage(SampleReports.ANCHOR.series(), SampleReports.ANCHOR.frame(), null, "右肺上叶结节，长径")));
    }

    private static DataSet written(boolean isFinal, List<SeriesReference> before) {
        return written(whole(), isFinal, before);
    }

    private static DataSet written(Report report, boolean isFinal, List<SeriesReference> before) {
        SourceImage image = image();
        SigningAct review = new SigningAct(
                Stage.REVIEW,
                SampleReports.author("senior", AuthorRole.SENIOR, SampleReports.TODAY),
                2,
                DIGEST,
                Instant.parse("2026-11-20T03:01:09Z"),
                "",
                "signing-2026.1");
        List<SignedReport> versions = List.of(
                new SignedReport(report, SampleReports.firstAct(), new byte[0], DIGEST, new byte[0]),
                new SignedReport(report, review, new byte[0], DIGEST, new byte[0]));
        Origin origin = new Origin(
                new SopInstanceUid("2.25.41"),
                new SeriesUid("2.25.31"),
                9901,
                2,
                "医学影像诊断报告",
                LocalDateTime.of(2026, 11, 20, 11, 1, 9),
                "演示医师 senior",
                "zh",
                new Origin.Device("2.25.99", "1", "test"));
        SourceImages images = new SourceImages(List.of(image));
        NarrativeReport narrative = new NarrativeReport(versions, images);
        return DocumentWriter.report(
                NarrativeReport.SOP_CLASS,
                narrative.root(),
                origin,
                image,
                images.series(),
                before,
                narrative.standing(isFinal, ZONE));
    }

    /// The multi-frame image that the sample's anchor names.
    private static SourceImage image() {
        return SourceImage.of(DataSetBuilder.create()
                        .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.7.3")
                        .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.12")
                        .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.10")
                        .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.11")
                        .text(Tag.PATIENT_NAME, Vr.PN, "Ceshi^Yi=测试^壹")
                        .text(Tag.PATIENT_ID, Vr.LO, "DEMO-0001")
                        .text(Tag.MODALITY, Vr.CS, "CT")
                        .text(Tag.ACCESSION_NUMBER, Vr.SH, "A2026-1001")
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                        .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                        .integers(Tag.ROWS, Vr.US, 4)
                        .integers(Tag.COLUMNS, Vr.US, 4)
                        .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                        .integers(Tag.BITS_STORED, Vr.US, 16)
                        .integers(Tag.HIGH_BIT, Vr.US, 15)
                        .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                        .text(Tag.NUMBER_OF_FRAMES, Vr.IS, "5")
                        .build())
                .orElseThrow();
    }

    private Path file(DataSet made) throws Exception {
        Path file = folder.resolve("sr.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, made, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        }
        return file;
    }

    private String read(DataSet made) throws Exception {
        return Tools.output("dsrdump", "+Pl", "+Pc", "+Pu", file(made).toString());
    }
}
