package org.readingroom.viewer.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.origin.TestOrigin;

// [utest->req~document.pdf-written~1]
class EncapsulatedPdfWriterTest {
    /// An odd number of bytes is made even in the file and comes back odd.
    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7 even", "%PDF-1.7 odd"})
    void theDocumentComesBackToTheByteAndAnotherProgramFindsNoError(String text) throws Exception {
        byte[] pdf = text.getBytes(StandardCharsets.US_ASCII);
        DataSet study = DataSetBuilder.create()
                .text(Tag.PATIENT_NAME, Vr.PN, "Ceshi^Yi=测试^壹")
                .text(Tag.PATIENT_ID, Vr.LO, "DEMO-0001")
                .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19610402")
                .text(Tag.PATIENT_SEX, Vr.CS, "F")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.10")
                .text(Tag.STUDY_DATE, Vr.DA, "20261120")
                .text(Tag.STUDY_TIME, Vr.TM, "091500")
                .text(Tag.ACCESSION_NUMBER, Vr.SH, "A2026-1001")
                .build();
        DataSet made = EncapsulatedPdfWriter.write(pdf, "影像报告 · 审核报告", true, study, TestOrigin.ORIGIN);
        assertEquals(List.of(), Dciodvfy.errors(made));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DicomWriter.write(file, made, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        DataSet read = DicomReader.read(file.toByteArray()).dataSet();
        EncapsulatedDocument document = EncapsulatedDocument.of(read).orElseThrow();
        assertArrayEquals(pdf, document.bytes());
        assertEquals(EncapsulatedDocument.Kind.PDF, document.kind());
        assertEquals("影像报告 · 审核报告", document.title());
        assertEquals("DEMO-0001", read.string(Tag.PATIENT_ID).orElseThrow());
        assertEquals("2.25.10", read.string(Tag.STUDY_INSTANCE_UID).orElseThrow());
    }
}
