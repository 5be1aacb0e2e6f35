package org.readingroom.viewer.display;

import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads what turns stored values into modality values, and their unit.
///
/// **Source:** DICOM PS3.3 sections C.11.1.1, C.7.6.16.2.9, C.8.2.1.1, C.8.8.3 (dose grids).
// [impl->req~display.modality-lut~1]
final class ModalityLutReader {
    /// XA, XRF and their enhanced forms.
    private static final String ANGIOGRAPHY = "1.2.840.10008.5.1.4.1.1.12.";

    private static final String RT_DOSE = "1.2.840.10008.5.1.4.1.1.481.2";
    private static final int DOSE_UNITS = 0x30040002;
    private static final int DOSE_GRID_SCALING = 0x3004000E;

    private static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";

    private ModalityLutReader() {}

    static ModalityLut modalityLut(ImageHeader header, FrameAttributes attributes) {
        if (header.isColour()) {
            return ModalityLut.Linear.IDENTITY;
        }
        Optional<DataSet> group = attributes.group(Tag.PIXEL_VALUE_TRANSFORMATION_SEQUENCE);
        if (group.isPresent()) {
            return linear(header, group.get());
        }
        DataSet data = header.dataSet();
        if (isForMeasuringOnly(header)) {
            return ModalityLut.Linear.IDENTITY;
        }
        if (header.text(Tag.SOP_CLASS_UID).equals(RT_DOSE) && data.contains(DOSE_GRID_SCALING)) {
            return dose(header, data);
        }
        return data.item(Tag.MODALITY_LUT_SEQUENCE)
                .flatMap(item -> table(header, item))
                .orElseGet(() -> linear(header, data));
    }

    /// C.8.7.1.1.2: the modality LUT of an angiogram stored as logarithm or for display leads back to the intensity of
    /// the
    /// rays; its windows are meant for the stored values.
    private static boolean isForMeasuringOnly(ImageHeader header) {
        String relationship = header.text(Tag.PIXEL_INTENSITY_RELATIONSHIP).strip();
        return header.text(Tag.SOP_CLASS_UID).startsWith(ANGIOGRAPHY)
                && (relationship.equals("LOG") || relationship.equals("DISP"));
    }

    /// C.8.8.3: pixel values times Dose Grid Scaling are doses in Dose Units; RELATIVE ones have no unit.
    private static ModalityLut dose(ImageHeader header, DataSet data) {
        double scaling = data.decimal(DOSE_GRID_SCALING).orElse(0);
        boolean usable = scaling > 0 && Double.isFinite(scaling);
        ValueUnit unit = header.text(DOSE_UNITS).strip().equals("GY") ? new ValueUnit("Gy", "Gy") : ValueUnit.NONE;
        return usable ? new ModalityLut.Linear(scaling, 0, unit) : ModalityLut.Linear.IDENTITY;
    }

    private static Optional<ModalityLut> table(ImageHeader header, DataSet item) {
        return LutReader.lut(header, item, Tag.LUT_DESCRIPTOR, Tag.LUT_DATA)
                .map(lut -> new ModalityLut.Table(
                        lut.firstMapped(),
                        lut.values(),
                        rescaleUnit(item.string(Tag.MODALITY_LUT_TYPE).orElse(""))));
    }

    private static ModalityLut linear(ImageHeader header, DataSet place) {
        double slope = place.decimal(Tag.RESCALE_SLOPE).orElse(1);
        double intercept = place.decimal(Tag.RESCALE_INTERCEPT).orElse(0);
        boolean usable = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
        // a rescale that cannot be used leaves stored values, which have no unit
        return usable ? new ModalityLut.Linear(slope, intercept, unit(header, place)) : ModalityLut.Linear.IDENTITY;
    }

    private static ValueUnit unit(ImageHeader header, DataSet place) {
        Optional<String> type = place.string(Tag.RESCALE_TYPE).filter(t -> !t.isBlank());
        DataSet data = header.dataSet();
        // PET says its unit in Units (0054,1001); some repeat its code as Rescale Type, which knows no such term
        Optional<String> petUnits = data.string(Tag.UNITS).filter(u -> !u.isBlank());
        if (petUnits.isPresent() && header.text(Tag.MODALITY).equals("PT")) {
            return petUnit(petUnits.get());
        }
        if (type.isPresent()) {
            return rescaleUnit(type.get());
        }
        // a CT Image may leave Rescale Type out only when its values are Hounsfield units; a localizer's are not
        boolean hounsfield = header.text(Tag.SOP_CLASS_UID).equals(CT_IMAGE)
                && data.contains(Tag.RESCALE_SLOPE)
                && data.contains(Tag.RESCALE_INTERCEPT)
                && !header.imageTypeHas("LOCALIZER");
        return hounsfield ? ValueUnit.HOUNSFIELD : ValueUnit.NONE;
    }

    private static ValueUnit rescaleUnit(String type) {
        return switch (type.strip()) {
            case "HU" -> ValueUnit.HOUNSFIELD;
            case "OD" -> new ValueUnit("{od}", "10⁻³ OD");
            case "MGML" -> new ValueUnit("mg/mL", "mg/mL");
            case "Z_EFF" -> new ValueUnit("{Z_eff}", "Zeff");
            case "ED" -> new ValueUnit("10*23/mL", "10²³/mL");
            case "EDW" -> new ValueUnit("{ED_water}", "ED/water");
            case "HU_MOD" -> new ValueUnit("{HU_mod}", "HU mod.");
            case "PCT" -> new ValueUnit("%", "%");
            default -> ValueUnit.NONE;
        };
    }

    private static ValueUnit petUnit(String units) {
        return switch (units.strip()) {
            case "BQML" -> new ValueUnit("Bq/mL", "Bq/mL");
            case "GML" -> new ValueUnit("g/mL", "g/mL");
            case "CNTS" -> new ValueUnit("{counts}", "counts");
            case "CPS" -> new ValueUnit("{counts}/s", "counts/s");
            case "PROPCNTS" -> new ValueUnit("{propcounts}", "prop. counts");
            case "PROPCPS" -> new ValueUnit("{propcounts}/s", "prop. counts/s");
            case "PCNT" -> new ValueUnit("%", "%");
            case "CM2ML" -> new ValueUnit("cm2/mL", "cm²/mL");
            case "MLMING" -> new ValueUnit("mL/min/g", "mL/min/g");
            case "UMOLML" -> new ValueUnit("umol/mL", "µmol/mL");
            default -> ValueUnit.NONE;
        };
    }
}
