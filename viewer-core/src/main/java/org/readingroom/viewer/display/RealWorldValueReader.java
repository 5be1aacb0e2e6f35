package org.readingroom.viewer.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Tag;

/// Reads the real world value maps of a frame: its own, then the shared ones, then the image's.
///
/// **Source:** DICOM PS3.3 section C.7.6.16.2.11.
// [impl->req~display.real-world-values~1]
final class RealWorldValueReader {
    private static final int LABEL = 0x00409210;
    private static final int LAST = 0x00409211;
    private static final int LUT_DATA = 0x00409212;
    private static final int DOUBLE_LAST = 0x00409213;
    private static final int DOUBLE_FIRST = 0x00409214;
    private static final int FIRST = 0x00409216;
    private static final int INTERCEPT = 0x00409224;
    private static final int SLOPE = 0x00409225;

    private RealWorldValueReader() {}

    static List<RealWorldValueMap> maps(ImageHeader header, FrameAttributes attributes) {
        if (header.isColour()) {
            return List.of();
        }
        List<DataSet> items = attributes.items(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE);
        List<RealWorldValueMap> maps = new ArrayList<>();
        for (DataSet item : items) {
            map(header, item).ifPresent(maps::add);
        }
        return maps;
    }

    private static Optional<RealWorldValueMap> map(ImageHeader header, DataSet item) {
        OptionalDouble first = bound(header, item, DOUBLE_FIRST, FIRST);
        OptionalDouble last = bound(header, item, DOUBLE_LAST, LAST);
        if (first.isEmpty() || last.isEmpty() || !(first.getAsDouble() <= last.getAsDouble())) {
            return Optional.empty();
        }
        double[] table = item.decimals(LUT_DATA);
        OptionalDouble slope = item.decimal(SLOPE);
        OptionalDouble intercept = item.decimal(INTERCEPT);
        boolean linear = slope.isPresent()
                && intercept.isPresent()
                && Double.isFinite(slope.getAsDouble())
                && Double.isFinite(intercept.getAsDouble());
        if (!linear && table.length == 0) {
            return Optional.empty();
        }
        return Optional.of(new RealWorldValueMap(
                first.getAsDouble(),
                last.getAsDouble(),
                slope.orElse(1),
                intercept.orElse(0),
                linear ? null : table,
                unit(item),
                item.string(LABEL).orElse("").strip(),
                item.string(Tag.LUT_EXPLANATION).orElse("").strip()));
    }

    private static OptionalDouble bound(ImageHeader header, DataSet item, int doubleTag, int wholeTag) {
        OptionalDouble real = item.decimal(doubleTag);
        if (real.isPresent()) {
            return real;
        }
        int[] whole = item.integers(wholeTag);
        if (whole.length == 0) {
            return OptionalDouble.empty();
        }
        // US or SS: writers take either, the sign of the pixels decides
        boolean signed = header.format().isSigned() && header.format().bitsAllocated() <= 16;
        return OptionalDouble.of(signed ? (short) whole[0] : whole[0]);
    }

    private static ValueUnit unit(DataSet item) {
        DataSet code = item.item(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE).orElse(null);
        if (code == null) {
            return ValueUnit.NONE;
        }
        String value = code.string(Tag.CODE_VALUE).orElse("").strip();
        // UCUM writes "no units" as 1, and DICOM gives it a meaning nobody wants to read after a number
        return value.isEmpty() || value.equals("1") ? ValueUnit.NONE : new ValueUnit(value, sign(value));
    }

    private static String sign(String ucum) {
        return switch (ucum) {
            case "[hnsf'U]" -> "HU";
            case "mm2/s" -> "mm²/s";
            case "um2/s" -> "µm²/s";
            case "10-6.mm2/s", "10*-6.mm2/s" -> "10⁻⁶ mm²/s";
            default -> ucum.replaceAll("\\{[^}]*}", "").isEmpty() ? ucum.replaceAll("[{}]", "") : ucum;
        };
    }
}
