package org.readingroom.services.dimse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.Defect;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// One file to be given to an archive, and its data set as it goes over the wire.
record OutgoingFile(DicomFile file, byte[] bytes, String sopClass, SopInstanceUid instance, SeriesUid series) {
    private static final int GROUP_LENGTH_AT = 132;
    private static final int META_AT = 144;

    private static final Set<Defect.Kind> DAMAGE = EnumSet.of(
            Defect.Kind.TRUNCATED,
            Defect.Kind.LENGTH_BEYOND_PARENT,
            Defect.Kind.SEQUENCE_BROKEN,
            Defect.Kind.INFLATE_FAILED);

    /// With these it is not known where in the file the data set begins, or what it is written in.
    private static final Set<Defect.Kind> UNSURE = EnumSet.of(
            Defect.Kind.NO_PREAMBLE,
            Defect.Kind.NO_FILE_META_INFORMATION,
            Defect.Kind.META_LENGTH_WRONG,
            Defect.Kind.TRANSFER_SYNTAX_MISSING,
            Defect.Kind.TRANSFER_SYNTAX_UNKNOWN,
            Defect.Kind.TRANSFER_SYNTAX_MISLABELLED);

    /// **Errors:** [DicomException] for a file that is damaged or belongs nowhere.
    static OutgoingFile of(byte[] bytes) throws DicomException {
        DicomFile file = DicomReader.read(bytes);
        DataSet data = file.dataSet();
        Optional<String> sopClass = uid(data, Tag.SOP_CLASS_UID);
        Optional<String> instance = uid(data, Tag.SOP_INSTANCE_UID);
        Optional<String> series = uid(data, Tag.SERIES_INSTANCE_UID);
        if (sopClass.isEmpty() || instance.isEmpty() || series.isEmpty()) {
            throw new DicomException("viewer.file.no-identity", "a UID is missing");
        }
        return new OutgoingFile(
                file, bytes, sopClass.get(), new SopInstanceUid(instance.get()), new SeriesUid(series.get()));
    }

    private static Optional<String> uid(DataSet data, int tag) {
        return data.string(tag).map(String::strip).filter(uid -> !uid.isEmpty());
    }

    String study() {
        return file.dataSet().string(Tag.STUDY_INSTANCE_UID).orElse("").strip();
    }

    TransferSyntax syntax() {
        return file.transferSyntax();
    }

    /// Whether it can be said in another plain transfer syntax without touching pixels in fragments.
    boolean isPlain() {
        return !syntax().isEncapsulated() && syntax() != TransferSyntax.UNKNOWN;
    }

    private boolean has(Set<Defect.Kind> kinds) {
        return file.defects().stream().map(Defect::kind).anyMatch(kinds::contains);
    }

    /// The data set as it lies in the file where `wanted` is the file's own syntax; written anew else, which only the
    /// plain little endian ones are.
    ///
    /// **Errors:** [DicomException] for a damaged file, and for one that cannot be written so.
    byte[] dataSet(TransferSyntax wanted) throws DicomException {
        if (has(DAMAGE)) {
            throw new DicomException("viewer.file.truncated", "a damaged file");
        }
        if (wanted == syntax() && !has(UNSURE)) {
            int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(GROUP_LENGTH_AT + 8);
            return Arrays.copyOfRange(bytes, META_AT + length, bytes.length);
        }
        if (!isPlain() || wanted.isEncapsulated() || wanted.isDeflated() || wanted.isBigEndian()) {
            throw new DicomException("viewer.file.unreadable", "a file with faults in " + syntax());
        }
        return DataSetBytes.encode(file.dataSet(), wanted);
    }
}
