package org.readingroom.viewer.phantom;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// The modules of a PET image of [PetCtPhantom]: what was injected, when, and how counts were corrected.
///
/// **Source:** DICOM PS3.3 section A.21.
final class FdgHeader {
    static final double WEIGHT_KG = 72;
    static final double HEIGHT_M = 1.74;

    /// Of fluorine-18, in seconds.
    static final double HALF_LIFE = 6586.2;

    static final double DOSE_BQ = 310e6;
    /// From 08:15:00 to 09:15:00.
    static final double WAIT_SECONDS = 3600;

    private FdgHeader() {}

    /// Standardized uptake of one becquerel per millilitre.
    static double perBecquerel() {
        return WEIGHT_KG * 1000 / (DOSE_BQ * Math.pow(2, -WAIT_SECONDS / HALF_LIFE));
    }

    /// A slope as the file can write it: a decimal string holds sixteen characters.
    static double roundedSlope(double slope) {
        return new BigDecimal(slope).round(new MathContext(8)).doubleValue();
    }

    static DataSetBuilder builder(SyntheticHeader header, int slice, int slices, double z) {
        return Codes.supine(header.builder("1.2.840.10008.5.1.4.1.1.128", 3, "PET 衰减校正 PET AC", slice + 1))
                .text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY")
                .sequence(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE, List.of(drug()))
                .text(Tag.SERIES_TYPE, Vr.CS, "WHOLE BODY", "IMAGE")
                .text(Tag.UNITS, Vr.CS, "BQML")
                .text(Tag.COUNTS_SOURCE, Vr.CS, "EMISSION")
                .text(Tag.CORRECTED_IMAGE, Vr.CS, "DECY", "ATTN", "SCAT", "DTIM", "RAN", "NORM")
                .text(Tag.DECAY_CORRECTION, Vr.CS, "START")
                .text(PhantomTag.RANDOMS_CORRECTION_METHOD, Vr.CS, "DLYD")
                .text(PhantomTag.ATTENUATION_CORRECTION_METHOD, Vr.LO, "CT")
                .text(PhantomTag.SCATTER_CORRECTION_METHOD, Vr.LO, "FORMULA")
                .text(PhantomTag.RECONSTRUCTION_METHOD, Vr.LO, "FORMULA")
                .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "FORMULA")
                .text(Tag.COLLIMATOR_TYPE, Vr.CS, "NONE")
                .integers(PhantomTag.NUMBER_OF_SLICES, Vr.US, slices)
                .integers(PhantomTag.IMAGE_INDEX, Vr.US, slice + 1)
                .decimals(PhantomTag.FRAME_REFERENCE_TIME, Vr.DS, 0)
                .decimals(Tag.DECAY_FACTOR, Vr.DS, 1)
                .integers(Tag.ACTUAL_FRAME_DURATION, Vr.IS, 120_000)
                .decimals(Tag.SLICE_LOCATION, Vr.DS, z);
    }

    private static DataSet drug() {
        return DataSetBuilder.create()
                .text(Tag.RADIOPHARMACEUTICAL, Vr.LO, "FDG")
                .text(Tag.RADIOPHARMACEUTICAL_START_TIME, Vr.TM, "081500")
                .text(Tag.RADIOPHARMACEUTICAL_START_DATE_TIME, Vr.DT, "20260116081500")
                .decimals(Tag.RADIONUCLIDE_TOTAL_DOSE, Vr.DS, DOSE_BQ)
                .decimals(Tag.RADIONUCLIDE_HALF_LIFE, Vr.DS, HALF_LIFE)
                .decimals(PhantomTag.RADIONUCLIDE_POSITRON_FRACTION, Vr.DS, 0.9673)
                .sequence(Tag.RADIONUCLIDE_CODE_SEQUENCE, Codes.sct("77004003", "^18^Fluorine"))
                .sequence(
                        PhantomTag.RADIOPHARMACEUTICAL_CODE_SEQUENCE, Codes.sct("35321007", "Fluorodeoxyglucose F^18^"))
                .build();
    }
}
