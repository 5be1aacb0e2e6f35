package org.readingroom.viewer.document;

import java.util.Arrays;
import java.util.List;
import org.readingroom.viewer.coded.CodeItem;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.origin.GeneralModules;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.PlainText;

/// Puts a PDF into a DICOM object; [EncapsulatedDocument#of(DataSet)] is the way back.
///
/// **Source:** DICOM PS3.3 sections A.45.1, C.24.1, C.24.2, C.8.6.1; LOINC 18748-4 of PS3.16 CID 7000.
// [impl->req~document.pdf-written~1]
public final class EncapsulatedPdfWriter {
    public static final String SOP_CLASS = "1.2.840.10008.5.1.4.1.1.104.1";

    private static final int ACQUISITION_DATE_TIME = 0x0008002A;
    private static final int VERIFICATION_FLAG = 0x0040A493;
    private static final int ENCAPSULATED_DOCUMENT_LENGTH = 0x00420015;
    private static final CodedEntry IMAGING_REPORT = new CodedEntry("18748-4", "LN", "", "Diagnostic Imaging Report");

    private EncapsulatedPdfWriter() {}

    /// `study` names patient and study: any instance of it. `isVerified` when somebody answers for the content.
    public static DataSet write(byte[] pdf, String title, boolean isVerified, DataSet study, Origin origin) {
        boolean isOdd = pdf.length % 2 == 1;
        return GeneralModules.contentTime(GeneralModules.begin(study, origin, SOP_CLASS, "DOC"), origin)
                // made at a workstation
                .text(Tag.CONVERSION_TYPE, Vr.CS, "WSD")
                .text(ACQUISITION_DATE_TIME, Vr.DT, "")
                .text(Tag.BURNED_IN_ANNOTATION, Vr.CS, "YES")
                .text(Tag.DOCUMENT_TITLE, Vr.ST, PlainText.line(title, 1024))
                .sequence(Tag.CONCEPT_NAME_CODE_SEQUENCE, List.of(CodeItem.of(IMAGING_REPORT)))
                .text(VERIFICATION_FLAG, Vr.CS, isVerified ? "VERIFIED" : "UNVERIFIED")
                .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, Vr.LO, "application/pdf")
                .integers(ENCAPSULATED_DOCUMENT_LENGTH, Vr.UL, pdf.length)
                .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, isOdd ? Arrays.copyOf(pdf, pdf.length + 1) : pdf)
                .build();
    }
}
