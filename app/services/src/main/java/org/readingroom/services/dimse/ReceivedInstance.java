package org.readingroom.services.dimse;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Defect;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;

/// One instance that came by C-STORE, whole: as a file, in the very bytes that came, with what it says it is.
///
/// **Source:** DICOM PS3.7 section 9.1.1, PS3.10 section 7.1.
record ReceivedInstance(byte[] file, String instance, String study, String series) {
    private static final Set<Defect.Kind> DAMAGE = EnumSet.of(
            Defect.Kind.TRUNCATED,
            Defect.Kind.INFLATE_FAILED,
            Defect.Kind.LENGTH_BEYOND_PARENT,
            Defect.Kind.SEQUENCE_BROKEN);

    /// Nothing where the message holds no whole instance of the class it names.
    // [impl->req~dimse.whole-only~1]
    static Optional<ReceivedInstance> of(DimseMessage message, Association.Context context) {
        byte[] dataSet = message.dataSet();
        String sopClass =
                message.command().text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse("");
        String instance =
                message.command().text(CommandSet.AFFECTED_SOP_INSTANCE_UID).orElse("");
        if (dataSet == null || instance.isEmpty() || !sopClass.equals(context.abstractSyntax())) {
            return Optional.empty();
        }
        byte[] beginning = DicomWriter.beginning(sopClass, instance, context.transferSyntax());
        byte[] file = ByteBuffer.allocate(beginning.length + dataSet.length)
                .put(beginning)
                .put(dataSet)
                .array();
        try {
            return checked(DicomReader.read(file), file, instance);
        } catch (DicomException e) {
            return Optional.empty();
        }
    }

    private static Optional<ReceivedInstance> checked(DicomFile read, byte[] file, String instance) {
        DataSet data = read.dataSet();
        boolean isWhole = read.defects().stream().map(Defect::kind).noneMatch(DAMAGE::contains);
        String study = data.string(Tag.STUDY_INSTANCE_UID).orElse("").strip();
        String series = data.string(Tag.SERIES_INSTANCE_UID).orElse("").strip();
        boolean isItself = data.string(Tag.SOP_INSTANCE_UID).orElse("").strip().equals(instance);
        return isWhole && isItself && !study.isEmpty() && !series.isEmpty()
                ? Optional.of(new ReceivedInstance(file, instance, study, series))
                : Optional.empty();
    }
}
