package org.readingroom.viewer.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.ImageHeader;

/// Headers of a PET series: 70 kg, 1.75 m, male, 370 MBq of F-18 an hour before the scan.
public final class PetHeaders {
    private PetHeaders() {}

    /// `size` is Patient's Size, empty to leave it out.
    public static List<ImageHeader> series(int images, double slope, String size) {
        return IntStream.range(0, images)
                .mapToObj(k -> ImageHeader.of(image(k, slope, size)).orElseThrow())
                .toList();
    }

    private static DataSet image(int k, double slope, String size) {
        DataSetBuilder header = DataSetBuilder.create()
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.70" + k)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.7")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.8")
                .text(Tag.MODALITY, Vr.CS, "PT")
                .text(Tag.SERIES_DATE, Vr.DA, "20260102")
                .text(Tag.SERIES_TIME, Vr.TM, "110000")
                .text(Tag.ACQUISITION_DATE, Vr.DA, "20260102")
                .text(Tag.ACQUISITION_TIME, Vr.TM, "110012.5")
                .text(Tag.CORRECTED_IMAGE, Vr.CS, "DECY", "ATTN", "SCAT", "RAN")
                .text(Tag.UNITS, Vr.CS, "BQML")
                .text(Tag.DECAY_CORRECTION, Vr.CS, "START")
                .text(Tag.PATIENT_SEX, Vr.CS, "M")
                .text(Tag.PATIENT_WEIGHT, Vr.DS, "70")
                .sequence(
                        Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(Tag.RADIONUCLIDE_TOTAL_DOSE, Vr.DS, "370000000")
                                .text(Tag.RADIONUCLIDE_HALF_LIFE, Vr.DS, "6586.2")
                                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "100000.00")
                                .build()))
                .integers(Tag.ROWS, Vr.US, 4)
                .integers(Tag.COLUMNS, Vr.US, 4)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                .integers(Tag.BITS_STORED, Vr.US, 16)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 1)
                .text(Tag.RESCALE_SLOPE, Vr.DS, Double.toString(slope * (k + 1)))
                .text(Tag.RESCALE_INTERCEPT, Vr.DS, "0")
                .text(Tag.WINDOW_CENTER, Vr.DS, "10000")
                .text(Tag.WINDOW_WIDTH, Vr.DS, "20001");
        return size.isEmpty()
                ? header.build()
                : header.text(Tag.PATIENT_SIZE, Vr.DS, size).build();
    }
}
