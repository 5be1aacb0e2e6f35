package org.readingroom.viewer.nuclear;

import java.util.List;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads from the header of a PET image by what its modality values are multiplied to become standardized
/// uptake values.
///
/// Nothing is guessed: what the header does not say is refused, and said.
///
/// **Source:** the vendor-neutral pseudo-code for SUV of the QIBA FDG-PET/CT profile; DICOM PS3.3 section
/// C.8.9.1.
public final class SuvReader {
    /// Philips: SUV scale factor, and activity concentration scale factor for counts.
    private static final int PHILIPS_CREATOR = 0x70530010;

    private static final int PHILIPS_SUV = 0x70531000;
    private static final int PHILIPS_ACTIVITY = 0x70531009;

    private SuvReader() {}

    /// `SUV = factor × modality value` for every image of one series, whose headers are all needed: only
    /// together do they tell when the scan began.
    ///
    /// **Errors:** [SuvRefusedException] whose key says what is missing.
    // [impl->req~nuclear.suv~1]
    public static double factor(List<DataSet> series, SuvBasis basis) throws SuvRefusedException {
        DataSet image = series.getFirst();
        double weightKg = positive(image, Tag.PATIENT_WEIGHT, "weight");
        double perBodyWeight = byBodyWeight(series, weightKg);
        return switch (basis) {
            case BODY_WEIGHT -> perBodyWeight;
            case LEAN_BODY_MASS -> perBodyWeight * leanKg(image, weightKg) / weightKg;
            // grams of body become square centimetres of its surface
            case BODY_SURFACE -> perBodyWeight * surfaceM2(image, weightKg) * 10_000 / (weightKg * 1000);
        };
    }

    private static double byBodyWeight(List<DataSet> series, double weightKg) throws SuvRefusedException {
        DataSet image = series.getFirst();
        String units = image.string(Tag.UNITS).orElse("");
        if (units.equals("GML")) {
            String type = image.string(SUV_TYPE).orElse("BW");
            if (!type.equals("BW")) {
                throw new SuvRefusedException("units", "Units GML of SUV Type " + type);
            }
            return 1;
        }
        List<String> corrected = image.strings(Tag.CORRECTED_IMAGE);
        if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
            throw new SuvRefusedException("correction", "Corrected Image " + corrected);
        }
        if (units.equals("BQML")) {
            return weightKg * 1000 / SuvDose.atReference(series);
        }
        boolean isPhilips = image.string(PHILIPS_CREATOR).orElse("").startsWith("Philips PET");
        if (units.equals("CNTS") && isPhilips) {
            double suv = image.decimal(PHILIPS_SUV).orElse(0);
            if (suv > 0) {
                return suv;
            }
            double activity = image.decimal(PHILIPS_ACTIVITY).orElse(0);
            if (activity > 0) {
                return activity * weightKg * 1000 / SuvDose.atReference(series);
            }
        }
        throw new SuvRefusedException("units", "Units " + units);
    }

    /// SUV Type (0054,1006), for images whose units are grams per millilitre already.
    private static final int SUV_TYPE = 0x00541006;

    private static double leanKg(DataSet image, double weightKg) throws SuvRefusedException {
        double ratio = weightKg / heightCm(image);
        double lean = switch (image.string(Tag.PATIENT_SEX).orElse("")) {
            case "M" -> 1.10 * weightKg - 128 * ratio * ratio;
            case "F" -> 1.07 * weightKg - 148 * ratio * ratio;
            default -> throw new SuvRefusedException("sex", "Patient's Sex is neither M nor F");
        };
        if (!(lean > 0)) {
            throw new SuvRefusedException("lean-mass", "the formula gives no lean body mass");
        }
        return lean;
    }

    private static double surfaceM2(DataSet image, double weightKg) throws SuvRefusedException {
        return 0.007184 * Math.pow(weightKg, 0.425) * Math.pow(heightCm(image), 0.725);
    }

    private static double heightCm(DataSet image) throws SuvRefusedException {
        double metres = positive(image, Tag.PATIENT_SIZE, "height");
        // Patient's Size is in metres; a man of 170 of them was measured in centimetres, which of the two is not ours
        // to say
        if (metres > 3) {
            throw new SuvRefusedException("height", "Patient's Size is above 3 m");
        }
        return metres * 100;
    }

    static double positive(DataSet from, int tag, String reason) throws SuvRefusedException {
        double value = from.decimal(tag).orElse(0);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new SuvRefusedException(reason, "no value above zero in " + Integer.toHexString(tag));
        }
        return value;
    }
}
