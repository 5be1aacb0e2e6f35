package org.readingroom.viewer.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// Raw values to numbers and text. A list with one unreadable number comes back empty.
///
/// **Source:** DICOM PS3.5 section 6.2.
final class Values {
    private Values() {}

    static List<String> texts(byte[] raw, Vr vr, SpecificCharacterSet set) {
        if (raw.length == 0) {
            return List.of();
        }
        String text = vr.followsCharacterSet() ? set.decode(raw, vr == Vr.PN) : SpecificCharacterSet.latin(raw);
        if (vr.isOneText()) {
            return List.of(withoutTrailingPadding(text));
        }
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf('\\'); to >= 0; to = text.indexOf('\\', from)) {
            values.add(trimmed(text.substring(from, to)));
            from = to + 1;
        }
        values.add(trimmed(text.substring(from)));
        return List.copyOf(values);
    }

    private static String trimmed(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        return withoutTrailingPadding(text.substring(from));
    }

    private static String withoutTrailingPadding(String text) {
        int to = text.length();
        while (to > 0 && (text.charAt(to - 1) == ' ' || text.charAt(to - 1) == 0)) {
            to--;
        }
        return text.substring(0, to);
    }

    /// A decimal string; hexadecimal, NaN and suffixes that Java knows are not numbers here.
    static OptionalDouble decimal(String text) {
        if (text.isEmpty() || text.chars().anyMatch(c -> "+-.0123456789eE".indexOf(c) < 0)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    static double[] decimals(List<String> texts) {
        double[] values = new double[texts.size()];
        for (int i = 0; i < values.length; i++) {
            OptionalDouble value = decimal(texts.get(i));
            if (value.isEmpty()) {
                return new double[0];
            }
            values[i] = value.getAsDouble();
        }
        return values;
    }

    static long[] longs(List<String> texts) {
        long[] values = new long[texts.size()];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Long.parseLong(texts.get(i));
            } catch (NumberFormatException e) {
                return exactLongs(decimals(texts));
            }
        }
        return values;
    }

    static long[] exactLongs(double[] values) {
        long[] whole = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            whole[i] = (long) values[i];
            if (whole[i] != values[i]) {
                return new long[0];
            }
        }
        return whole;
    }

    static OptionalInt exactInt(double value) {
        return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    static long[] longs(byte[] raw, Vr vr) {
        if (vr == Vr.AT) {
            return tags(raw);
        }
        int width = vr.width();
        boolean isSigned = vr.kind() == Vr.Kind.SIGNED;
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long[] values = new long[raw.length / width];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (width) {
                case 1 -> raw[i] & 0xFF;
                case 2 -> isSigned ? buffer.getShort(2 * i) : buffer.getShort(2 * i) & 0xFFFF;
                case 4 -> isSigned ? buffer.getInt(4 * i) : buffer.getInt(4 * i) & 0xFFFFFFFFL;
                default -> buffer.getLong(8 * i);
            };
        }
        return values;
    }

    private static long[] tags(byte[] raw) {
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        long[] values = new long[raw.length / 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (buffer.getShort(4 * i) & 0xFFFFL) << 16 | buffer.getShort(4 * i + 2) & 0xFFFFL;
        }
        return values;
    }

    static double[] decimals(byte[] raw, Vr vr) {
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[raw.length / vr.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = vr.width() == 4 ? buffer.getFloat(4 * i) : buffer.getDouble(8 * i);
        }
        return values;
    }

    /// Turns the byte order of every number of `width` bytes in place.
    static void swap(byte[] raw, int width) {
        for (int at = 0; width > 1 && at + width <= raw.length; at += width) {
            for (int low = at, high = at + width - 1; low < high; low++, high--) {
                byte kept = raw[low];
                raw[low] = raw[high];
                raw[high] = kept;
            }
        }
    }
}
