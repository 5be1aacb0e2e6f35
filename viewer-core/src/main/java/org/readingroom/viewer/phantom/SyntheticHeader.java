package org.readingroom.viewer.phantom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// The modules that every synthetic image has: patient, study, series, equipment, SOP common.
///
/// `name` is a PN value; `key` names the study and everything under it.
record SyntheticHeader(
        String characterSet,
        String key,
        String name,
        String patientId,
        String birthDate,
        String sex,
        String age,
        String studyDate,
        String studyTime,
        String accession,
        String studyDescription,
        String modality,
        String bodyPart) {

    String studyUid() {
        return SyntheticUids.of(key);
    }

    /// The same study with images of another modality.
    SyntheticHeader withModality(String other) {
        return new SyntheticHeader(
                characterSet,
                key,
                name,
                patientId,
                birthDate,
                sex,
                age,
                studyDate,
                studyTime,
                accession,
                studyDescription,
                other,
                bodyPart);
    }

    /// A builder holding the modules, for image `number` of series `seriesNumber`.
    DataSetBuilder builder(String sopClass, int seriesNumber, String seriesDescription, int number) {
        return DataSetBuilder.create(characterSet)
                .text(Tag.SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, SyntheticUids.of(key + " " + seriesNumber + " " + number))
                .text(Tag.STUDY_DATE, Vr.DA, studyDate)
                .text(Tag.SERIES_DATE, Vr.DA, studyDate)
                .text(Tag.ACQUISITION_DATE, Vr.DA, studyDate)
                .text(Tag.CONTENT_DATE, Vr.DA, studyDate)
                .text(Tag.STUDY_TIME, Vr.TM, studyTime)
                .text(Tag.SERIES_TIME, Vr.TM, studyTime)
                .text(Tag.ACQUISITION_TIME, Vr.TM, studyTime)
                .text(Tag.CONTENT_TIME, Vr.TM, studyTime)
                .text(Tag.ACCESSION_NUMBER, Vr.SH, accession)
                .text(Tag.MODALITY, Vr.CS, modality)
                .text(Tag.MANUFACTURER, Vr.LO, "Reading Room")
                .text(Tag.INSTITUTION_NAME, Vr.LO, "演示医院 Demo Hospital")
                .text(Tag.REFERRING_PHYSICIAN_NAME, Vr.PN, "")
                .text(Tag.STATION_NAME, Vr.SH, "PHANTOM")
                .text(Tag.STUDY_DESCRIPTION, Vr.LO, studyDescription)
                .text(Tag.SERIES_DESCRIPTION, Vr.LO, seriesDescription)
                .text(Tag.MANUFACTURER_MODEL_NAME, Vr.LO, "Phantom")
                .text(Tag.PATIENT_NAME, Vr.PN, name)
                .text(Tag.PATIENT_ID, Vr.LO, patientId)
                .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, birthDate)
                .text(Tag.PATIENT_SEX, Vr.CS, sex)
                .text(Tag.PATIENT_AGE, Vr.AS, age)
                .text(Tag.BODY_PART_EXAMINED, Vr.CS, bodyPart)
                .text(Tag.SOFTWARE_VERSIONS, Vr.LO, "1")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, studyUid())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, SyntheticUids.of(key + " " + seriesNumber))
                .text(Tag.STUDY_ID, Vr.SH, "1")
                .integers(Tag.SERIES_NUMBER, Vr.IS, seriesNumber)
                .integers(Tag.INSTANCE_NUMBER, Vr.IS, number);
    }

    /// The Image Pixel module for colour, three bytes a pixel.
    static DataSetBuilder colour(DataSetBuilder builder, int rows, int columns) {
        return builder.integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 3)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
                .integers(Tag.PLANAR_CONFIGURATION, Vr.US, 0)
                .integers(Tag.ROWS, Vr.US, rows)
                .integers(Tag.COLUMNS, Vr.US, columns)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 8)
                .integers(Tag.BITS_STORED, Vr.US, 8)
                .integers(Tag.HIGH_BIT, Vr.US, 7)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    /// The Image Pixel module for one grey frame of unsigned 16-bit words.
    static DataSetBuilder grey(DataSetBuilder builder, String photometric, int rows, int columns, int bitsStored) {
        return builder.integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, photometric)
                .integers(Tag.ROWS, Vr.US, rows)
                .integers(Tag.COLUMNS, Vr.US, columns)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, bitsStored)
                .integers(Tag.HIGH_BIT, Vr.US, bitsStored - 1)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    /// Stored values as native pixel data, each brought into 0 to 2^bitsStored - 1.
    static PixelData.Native pixels(float[] values, int bitsStored) {
        ByteBuffer words = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        int greatest = (1 << bitsStored) - 1;
        for (float value : values) {
            words.putShort((short) Math.clamp(Math.round(value), 0, greatest));
        }
        return new PixelData.Native(Tag.PIXEL_DATA, Vr.OW, ByteSlice.of(words.array()), words.capacity(), false);
    }

    /// Bytes as native pixel data, not copied; their number is even.
    static PixelData.Native pixels(byte[] bytes) {
        return new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(bytes), bytes.length, false);
    }
}
