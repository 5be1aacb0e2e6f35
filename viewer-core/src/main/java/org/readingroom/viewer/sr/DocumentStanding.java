package org.readingroom.viewer.sr;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.origin.PlainText;

/// How far a document has come, and who answers for it.
///
/// **Source:** DICOM PS3.3 section C.17.2: Completion Flag, Verification Flag, Preliminary Flag.
public record DocumentStanding(boolean isComplete, boolean isFinal, List<Verifier> verifiers) {
    /// Somebody who answers for the content.
    public record Verifier(String name, String organization, LocalDateTime at) {}

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final int VERIFYING_ORGANIZATION = 0x0040A027;
    private static final int VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE = 0x0040A088;

    /// A document that nobody verified and that says nothing of being final.
    static final DocumentStanding PLAIN = new DocumentStanding(true, false, List.of());

    public DocumentStanding {
        verifiers = List.copyOf(verifiers);
    }

    void write(DataSetBuilder made) {
        made.text(Tag.COMPLETION_FLAG, Vr.CS, isComplete ? "COMPLETE" : "PARTIAL");
        made.text(Tag.VERIFICATION_FLAG, Vr.CS, verifiers.isEmpty() ? "UNVERIFIED" : "VERIFIED");
        if (!equals(PLAIN)) {
            made.text(SrTag.PRELIMINARY_FLAG, Vr.CS, isFinal ? "FINAL" : "PRELIMINARY");
        }
        if (!verifiers.isEmpty()) {
            made.sequence(
                    SrTag.VERIFYING_OBSERVER_SEQUENCE,
                    verifiers.stream().map(DocumentStanding::item).toList());
        }
    }

    /// The standard wants an organization; where nobody named one, that is said.
    private static DataSet item(Verifier verifier) {
        String organization = PlainText.line(verifier.organization(), 64);
        return DataSetBuilder.create()
                .text(VERIFYING_ORGANIZATION, Vr.LO, organization.isBlank() ? "not stated" : organization)
                .text(SrTag.VERIFICATION_DATE_TIME, Vr.DT, MOMENT.format(verifier.at()))
                .text(SrTag.VERIFYING_OBSERVER_NAME, Vr.PN, PlainText.person(verifier.name()))
                .sequence(VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE, List.of())
                .build();
    }
}
