package org.readingroom.viewer.returned;

import static org.readingroom.viewer.sr.SrCode.dcm;
import static org.readingroom.viewer.sr.SrCode.sct;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.readingroom.viewer.annotation.Measurement;
import org.readingroom.viewer.coded.CodedEntry;
import org.readingroom.viewer.dicom.DecimalString;
import org.readingroom.viewer.sr.ContentValue;
import org.readingroom.viewer.sr.DocumentWriter;

/// What a number is called in a report, and its unit.
///
/// `modifier` tells which of the values of a region is meant: the mean, the greatest.
///
/// **Source:** DICOM PS3.16 context groups 7464, 7469, 7470, 7471, 7181.
public record QuantityCode(CodedEntry concept, Optional<CodedEntry> modifier) {
    private static final CodedEntry ATTENUATION = dcm("112031", "Attenuation Coefficient");
    private static final CodedEntry VALUE = own("VALUE", "Modality value");

    /// By unit; what has none of these is the value that the modality gives.
    private static final Map<String, CodedEntry> VALUES = Map.of(
            "[hnsf'U]", ATTENUATION,
            "g/ml{SUVbw}", dcm("126401", "SUVbw"),
            "{SUVbw}g/ml", dcm("126401", "SUVbw"),
            "g/ml{SUVlbm}", dcm("126402", "SUVlbm"),
            "{SUVlbm}g/ml", dcm("126402", "SUVlbm"),
            "cm2/ml{SUVbsa}", dcm("126403", "SUVbsa"),
            "{SUVbsa}cm2/ml", dcm("126403", "SUVbsa"),
            "Bq/ml", dcm("110821", "Nuclear Medicine Tomographic Activity"),
            "Bq/mL", dcm("110821", "Nuclear Medicine Tomographic Activity"));

    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("mm", "millimeter"),
            Map.entry("mm2", "square millimeter"),
            Map.entry("ml", "milliliter"),
            Map.entry("deg", "degree"),
            Map.entry("[hnsf'U]", "Hounsfield Unit"),
            Map.entry("{pixels}", "pixels"),
            Map.entry("{square_pixels}", "square pixels"),
            Map.entry("{ratio}", "ratio"),
            Map.entry("%", "Percent"),
            Map.entry("Bq/ml", "Becquerels/milliliter"),
            Map.entry("{SUVbw}g/ml", "Standardized Uptake Value body weight"),
            Map.entry("{SUVlbm}g/ml", "Standardized Uptake Value lean body mass (James)"),
            Map.entry("{SUVbsa}cm2/ml", "Standardized Uptake Value body surface area"),
            Map.entry("{counts}", "Counts"),
            Map.entry("s", "second"),
            Map.entry("ms", "millisecond"),
            Map.entry("cm/s", "centimeter/second"),
            Map.entry("Hz", "Hertz"),
            Map.entry("Bq/mL", "Becquerels/milliliter"),
            Map.entry("g/ml{SUVbw}", "Standardized Uptake Value body weight"),
            Map.entry("g/ml{SUVlbm}", "Standardized Uptake Value lean body mass (James)"),
            Map.entry("cm2/ml{SUVbsa}", "Standardized Uptake Value body surface area"),
            Map.entry("1", "no units"));

    public static QuantityCode of(Measurement measurement, String modality) {
        return switch (measurement.quantity().name()) {
            case "LENGTH" -> plain(sct("410668003", "Length"));
            case "PATH_LENGTH" -> plain(dcm("121211", "Path length"));
            case "PERIMETER" -> plain(sct("131191004", "Perimeter"));
            case "LONG_AXIS" -> plain(sct("103339001", "Long axis"));
            case "SHORT_AXIS" -> plain(sct("103340004", "Short axis"));
            case "VOLUME" -> plain(sct("118565006", "Volume"));
            case "COBB_ANGLE" -> plain(sct("1483009", "Angle"));
            case "CARDIOTHORACIC_RATIO" -> plain(sct("118586006", "Ratio"));
            case "ANGLE" -> plain(sct("1483009", "Angle"));
            case "AREA" -> plain(sct("42798000", "Area"));
            case "MEAN" -> value(measurement, modality, sct("373098007", "Mean"));
            case "STANDARD_DEVIATION" -> value(measurement, modality, sct("386136009", "Standard Deviation"));
            case "MINIMUM" -> value(measurement, modality, sct("255605001", "Minimum"));
            case "MAXIMUM" -> value(measurement, modality, sct("56851009", "Maximum"));
            case "MEDIAN" -> value(measurement, modality, sct("373099004", "Median"));
            case "VALUE" -> plain(concept(measurement, modality));
            case "COUNT" -> plain(own("COUNT", "Number of pixels"));
            default ->
                plain(own(
                        measurement.quantity().name(),
                        words(measurement.quantity().name())));
        };
    }

    /// The number with its unit, as a document holds it.
    public static ContentValue value(Measurement measurement) {
        return new ContentValue.Numeric(
                DecimalString.of(measurement.value()), Optional.of(unit(measurement.ucum())), Optional.empty());
    }

    public static CodedEntry unit(String ucum) {
        String meaning = UNITS.getOrDefault(ucum, ucum);
        return new CodedEntry(ucum, "UCUM", "", meaning);
    }

    private static QuantityCode plain(CodedEntry concept) {
        return new QuantityCode(concept, Optional.empty());
    }

    private static QuantityCode value(Measurement measurement, String modality, CodedEntry modifier) {
        return new QuantityCode(concept(measurement, modality), Optional.of(modifier));
    }

    private static CodedEntry concept(Measurement measurement, String modality) {
        CodedEntry known = VALUES.get(measurement.ucum());
        if (known != null) {
            return known;
        }
        return modality.equals("MR") && measurement.ucum().equals("1") ? dcm("110852", "MR signal intensity") : VALUE;
    }

    /// For what no context group names.
    public static CodedEntry own(String value, String meaning) {
        return new CodedEntry(value, DocumentWriter.OWN_SCHEME, "", meaning);
    }

    private static String words(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
