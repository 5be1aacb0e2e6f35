package org.readingroom.viewer.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// A file set being made: names for the files of objects, and the index that lists them.
///
/// Only the keys of the objects are held. Native pixels go out in explicit VR little endian, as the profiles of media
/// ask; what is compressed stays as it is.
///
/// **Thread:** one at a time.
/// **Source:** DICOM PS3.10 section 8, PS3.3 annex F, PS3.11 annex D.
// [impl->req~export.media~1]
public final class MediaFileSet {
    /// As many files lie in one folder: readers of discs are slow with more.
    private static final int MOST_IN_A_FOLDER = 10_000;

    private final Map<String, DirectoryRecord> patients = new LinkedHashMap<>();
    private int objects;

    /// One object with its place: `fileId` are the parts of its path, capital letters and digits, eight at most.
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Placed(List<String> fileId, byte[] bytes) {}

    /// Takes in an object whose file holds `bytes`.
    ///
    /// **Errors:** [IOException] when the object cannot be written in a way that media allow.
    public Placed add(DicomFile file, byte[] bytes) throws IOException {
        DataSet object = file.dataSet();
        DirectoryRecord patient = patients.computeIfAbsent(
                object.string(Tag.PATIENT_ID).orElse("") + "\0"
                        + object.string(Tag.PATIENT_NAME).orElse(""),
                key -> patient(object));
        DirectoryRecord study =
                patient.child(object.string(Tag.STUDY_INSTANCE_UID).orElse(""), () -> study(object));
        DirectoryRecord series =
                study.child(object.string(Tag.SERIES_INSTANCE_UID).orElse(""), () -> series(object));
        int number = objects++;
        List<String> fileId = List.of("DICOM", "D%07d".formatted(number / MOST_IN_A_FOLDER), "I%07d".formatted(number));
        boolean isFit = isFit(file, bytes);
        byte[] written = isFit ? bytes : rewritten(file, bytes.length);
        String syntax = isFit
                ? file.fileMeta().string(Tag.TRANSFER_SYNTAX_UID).orElse("")
                : isCompressed(file) ? file.transferSyntax().uid() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
        series.child(Integer.toString(number), () -> instance(object, fileId, syntax));
        return new Placed(fileId, written);
    }

    private static boolean isCompressed(DicomFile file) {
        return file.pixelData().filter(PixelData.Encapsulated.class::isInstance).isPresent();
    }

    /// Whether the file may lie on a medium as it is.
    private static boolean isFit(DicomFile file, byte[] bytes) {
        boolean isPart10 = file.fileMeta().string(Tag.TRANSFER_SYNTAX_UID).isPresent()
                && bytes.length > 132
                && bytes[128] == 'D'
                && bytes[129] == 'I';
        boolean isExplicit = file.transferSyntax() == TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        return isPart10 && (isCompressed(file) || isExplicit) && file.transferSyntax() != TransferSyntax.UNKNOWN;
    }

    private static byte[] rewritten(DicomFile file, int length) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 1024);
        try {
            DicomWriter.write(
                    out,
                    file.dataSet(),
                    isCompressed(file) ? file.transferSyntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
                    file.pixelData());
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot be written for media: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    public int size() {
        return objects;
    }

    /// The bytes of the file DICOMDIR. `instance` is the UID of this file set.
    public byte[] index(String instance) {
        return DirectoryRecord.file(List.copyOf(patients.values()), instance);
    }

    private static DirectoryRecord patient(DataSet object) {
        return new DirectoryRecord(
                "PATIENT",
                record -> new RecordKeys(object, record)
                        .optional(Tag.PATIENT_NAME, Vr.PN)
                        .required(Tag.PATIENT_ID, Vr.LO, "NONE"));
    }

    private static DirectoryRecord study(DataSet object) {
        return new DirectoryRecord(
                "STUDY",
                record -> new RecordKeys(object, record)
                        .date(Tag.STUDY_DATE)
                        .time(Tag.STUDY_TIME)
                        .optional(Tag.ACCESSION_NUMBER, Vr.SH)
                        .optional(Tag.STUDY_DESCRIPTION, Vr.LO)
                        .required(Tag.STUDY_INSTANCE_UID, Vr.UI, "")
                        .required(Tag.STUDY_ID, Vr.SH, "0"));
    }

    private static DirectoryRecord series(DataSet object) {
        return new DirectoryRecord(
                "SERIES",
                record -> new RecordKeys(object, record)
                        .required(Tag.MODALITY, Vr.CS, "OT")
                        .required(Tag.SERIES_INSTANCE_UID, Vr.UI, "")
                        .required(Tag.SERIES_NUMBER, Vr.IS, "0"));
    }

    private static DirectoryRecord instance(DataSet object, List<String> fileId, String syntax) {
        RecordType type = RecordType.of(object);
        return new DirectoryRecord(type.term(), record -> {
            type.keys(object, record);
            reference(object, fileId, syntax, record);
        });
    }

    private static void reference(DataSet object, List<String> fileId, String syntax, DataSetBuilder record) {
        record.text(Tag.REFERENCED_FILE_ID, Vr.CS, new ArrayList<>(fileId).toArray(String[]::new))
                .text(
                        DirectoryRecord.SOP_CLASS_IN_FILE,
                        Vr.UI,
                        object.string(Tag.SOP_CLASS_UID).orElse(""))
                .text(
                        DirectoryRecord.INSTANCE_IN_FILE,
                        Vr.UI,
                        object.string(Tag.SOP_INSTANCE_UID).orElse(""))
                .text(DirectoryRecord.SYNTAX_IN_FILE, Vr.UI, syntax);
    }
}
