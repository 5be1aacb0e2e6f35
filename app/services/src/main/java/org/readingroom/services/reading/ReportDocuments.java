package org.readingroom.services.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.readingroom.assets.Messages;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.report.sr.NarrativeReport;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.coded.InstanceReference;
import org.readingroom.viewer.coded.SeriesReference;
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
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.NewUid;
import org.readingroom.viewer.origin.Origin;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.sr.DocumentWriter;
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

    Optional<Study> study(StudyUid uid) {
        return studies.study(uid);
    }

    /// `instance` names the object.
    byte[] write(SignedReport signed, byte[] pdf, UUID instance) {
        Report report = signed.report();
        Messages words = Messages.of(report.language().locale());
        Origin origin = origin(
                signed,
                new SopInstanceUid(NewUid.of(instance)),
                new SeriesUid(NewUid.named("documents of " + report.id().value())),
                SERIES_NUMBER);
        DataSet made = EncapsulatedPdfWriter.write(
                pdf,
                words.get("report.pdf.title") + " · "
                        + words.get(signed.act().stage().messageKey()),
                true,
                study(report.study()),
                origin);
        return bytes(made);
    }

    /// The last of `versions` as a structured report; nothing while no image of its study is here. What it takes the
    /// place of has a name that follows from its report and version.
    // [impl->req~report.sr.narrative~1]
    Optional<byte[]> narrative(List<SignedReport> versions, Optional<SignedReport> predecessor, boolean isFinal) {
        SignedReport signed = versions.getLast();
        Optional<SourceImage> source =
                new SpokenImages(studies).anyOf(signed.report().study().study());
        if (source.isEmpty()) {
            LOG.warn("no image of the study is here for a structured report");
            return Optional.empty();
        }
        SeriesUid series = new SeriesUid(
                NewUid.named("narratives of " + signed.report().id().value()));
        List<SeriesReference> before = predecessor.stream()
                .flatMap(earlier -> DocumentWriter.predecessor(
                        earlier.report().study().study().value(),
                        series.value(),
                        new InstanceReference(NarrativeReport.SOP_CLASS, narrativeUid(earlier), List.of()))
                        .stream())
                .toList();
        Origin origin = origin(signed, narrativeUid(signed), series, SERIES_NUMBER + 1);
        SourceImages images = new SpokenImages(studies).of(signed.report());
        NarrativeReport narrative = new NarrativeReport(versions, images);
        return Optional.of(bytes(DocumentWriter.report(
                NarrativeReport.SOP_CLASS,
                narrative.root(),
                origin,
                source.get(),
                images.series(),
                before,
                narrative.standing(isFinal, zone))));
    }

    private static SopInstanceUid narrativeUid(SignedReport signed) {
        return new SopInstanceUid(NewUid.named("narrative of "
                + signed.report().id().value() + " version " + signed.act().version()));
    }

    private Origin origin(SignedReport signed, SopInstanceUid instance, SeriesUid series, int seriesNumber) {
        Report report = signed.report();
        return new Origin(
                instance,
                series,
                seriesNumber,
                signed.act().version(),
                Messages.of(report.language().locale()).get("report.pdf.title"),
                LocalDateTime.ofInstant(signed.act().signedAt(), zone),
                signed.act().author().displayName(),
                report.language().code(),
                device);
    }

    private static byte[] bytes(DataSet made) {
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
