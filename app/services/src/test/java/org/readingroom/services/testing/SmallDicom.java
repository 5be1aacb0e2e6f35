package org.readingroom.services.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;

/// A CT slice of 16 x 16 pixels whose values are their index plus `shift`; all people are invented.
public record SmallDicom(
        String patientName, String patientId, String study, String series, String instance, int number, int shift) {
    public static final int SIDE = 16;

    /// Instance `number` of a study named by `study`, all UIDs under 2.25.
    public static SmallDicom of(int study, int number) {
        return new SmallDicom(
                "Wang^XiaoDong=王^小东",
                "DEMO-" + study,
                "2.25.100" + study,
                "2.25.100" + study + ".1",
                "2.25.100" + study + ".1." + number,
                number,
                0);
    }

    public SmallDicom withShift(int other) {
        return new SmallDicom(patientName, patientId, study, series, instance, number, other);
    }

    public SmallDicom withPatient(String name, String id) {
        return new SmallDicom(name, id, study, series, instance, number, shift);
    }

    public SmallDicom withInstance(String uid) {
        return new SmallDicom(patientName, patientId, study, series, uid, number, shift);
    }

    public SmallDicom withStudy(String uid) {
        return new SmallDicom(patientName, patientId, uid, series, instance, number, shift);
    }

    public byte[] bytes() {
        byte[] pixels = new byte[SIDE * SIDE * 2];
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels[2 * i] = (byte) (i + shift);
            pixels[2 * i + 1] = (byte) ((i + shift) >> 8);
        }
        DataSet set = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, instance)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study)
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, series)
                .text(Tag.STUDY_DATE, Vr.DA, "20260301")
                .text(Tag.STUDY_TIME, Vr.TM, "081500")
                .text(Tag.ACCESSION_NUMBER, Vr.SH, "ACC-" + patientId)
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, "胸部平扫 Chest")
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, "Lung")
                .text(Tag.MODALITY, Vr.CS, "CT")
                .text(Tag.BODY_PART_EXAMINED, Vr.CS, "CHEST")
                .text(Tag.PATIENT_NAME, Vr.PN, patientName)
                .text(Tag.PATIENT_ID, Vr.LO, patientId)
                .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, "19610409")
                .text(Tag.PATIENT_SEX, Vr.CS, "M")
                .text(Tag.SERIES_NUMBER, Vr.IS, "1")
                .text(Tag.INSTANCE_NUMBER, Vr.IS, Integer.toString(number))
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.ROWS, Vr.US, SIDE)
                .integers(Tag.COLUMNS, Vr.US, SIDE)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.HIGH_BIT, Vr.US, 15)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .build();
        PixelData data = new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(pixels), pixels.length, false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(out, set, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.of(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
