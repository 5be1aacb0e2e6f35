package org.readingroom.services.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.document.EncapsulatedPdfWriter;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Signed reports as documents for the archive: the PDF in a DICOM object of its study.
///
/// All documents of one report are in one series.
public final class ReportDocuments {
    private static final Logger LOG = LoggerFactory.getLogger(ReportDocuments.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /// chosen: behind the series of the objects made of marks.
    private static final int SERIES_NUMBER = 9900;

    private final StudyStore studies;
    private final Origin.Device device;
    private final ZoneId zone;

    public ReportDocuments(StudyStore studies, Origin.Device device, ZoneId zone) {
        this.studies = studies;
        this.device = device;
        this.zone = zone;
    }

    /// `instance` names the object.
    byte[] write(SignedReport signed, byte[] pdf, UUID instance) {
        Report report = signed.report();
        Messages words = Messages.of(report.language().locale());
        Origin origin = new Origin(
                new SopInstanceUid(NewUid.of(instance)),
                new SeriesUid(NewUid.named("documents of " + report.id().value())),
                SERIES_NUMBER,
                signed.act().version(),
                words.get("report.pdf.title"),
                LocalDateTime.ofInstant(signed.act().signedAt(), zone),
                signed.act().author().displayName(),
                report.language().code(),
                device);
        DataSet made = EncapsulatedPdfWriter.write(
                pdf,
                words.get("report.pdf.title") + " · "
                        + words.get(signed.act().stage().messageKey()),
                true,
                study(report.study()),
                origin);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(out, made, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return out.toByteArray();
    }

    /// Patient and study as an instance here names them, so that the archive finds them the same; else as signed.
    private DataSet study(StudyIdentity identity) {
        try {
            for (Series series : studies.series(identity.study())) {
                for (StoredInstance instance : studies.instances(series.uid())) {
                    return studies.header(instance.uid()).dataSet();
                }
            }
        } catch (WorkstationException e) {
            LOG.warn("no picture of the study can be read for its document: {}", e.getMessage());
        }
        return signed(identity);
    }

    private static DataSet signed(StudyIdentity identity) {
        Patient patient = identity.patient();
        StudyUid study = identity.study();
        LocalDateTime time = identity.studyTime();
        String name = patient.name().alphabetic()
                + (patient.name().ideographic().isEmpty()
                        ? ""
                        : "=" + patient.name().ideographic());
        return DataSetBuilder.create()
                .text(Tag.PATIENT_NAME, Vr.PN, name)
                .text(Tag.PATIENT_ID, Vr.LO, patient.id().value())
                .text(Tag.ISSUER_OF_PATIENT_ID, Vr.LO, patient.id().issuer())
                .text(
                        Tag.PATIENT_BIRTH_DATE,
                        Vr.DA,
                        patient.birthDate() == null ? "" : DATE.format(patient.birthDate()))
                .text(
                        Tag.PATIENT_SEX,
                        Vr.CS,
                        switch (patient.sex()) {
                            case FEMALE -> "F";
                            case MALE -> "M";
                            case OTHER -> "O";
                            case UNKNOWN -> "";
                        })
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.value())
                .text(Tag.STUDY_DATE, Vr.DA, time == null ? "" : DATE.format(time))
                .text(Tag.STUDY_TIME, Vr.TM, time == null ? "" : TIME.format(time))
                .text(Tag.ACCESSION_NUMBER, Vr.SH, identity.accessionNumber())
                .build();
    }
}
