package org.readingroom.viewer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes a data set by hand. Text is kept in UTF-8 unless the builder was made for another character set.
///
/// Items take the character set of the data set they are put into.
public final class DataSetBuilder {
    private final SpecificCharacterSet characterSet;
    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);

    private sealed interface Element {}

    private record Text(Vr vr, String text) implements Element {}

    private record Raw(Vr vr, byte[] value) implements Element {}

    private record Items(List<DataSet> items) implements Element {}

    private DataSetBuilder(SpecificCharacterSet characterSet) {
        this.characterSet = characterSet;
    }

    /// A builder for UTF-8 text, Specific Character Set ISO_IR 192.
    public static DataSetBuilder create() {
        return new DataSetBuilder(SpecificCharacterSet.UTF_8);
    }

    /// A builder for another set without code extensions: `GB18030`, `GBK`, `ISO_IR 100` or empty for ASCII.
    public static DataSetBuilder create(String characterSet) {
        return new DataSetBuilder(SpecificCharacterSet.of(List.of(characterSet)));
    }

    /// Text, one or more values; also for IS, DS, DA, TM, UI.
    public DataSetBuilder text(int tag, Vr vr, String... values) {
        elements.put(tag, new Text(vr, String.join("\\", values)));
        return this;
    }

    /// Whole numbers for US, SS, UL, SL, UV, SV, AT and IS.
    public DataSetBuilder integers(int tag, Vr vr, long... values) {
        if (vr.kind() == Vr.Kind.TEXT) {
            return text(tag, vr, Arrays.stream(values).mapToObj(Long::toString).toArray(String[]::new));
        }
        byte[] bytes = new byte[values.length * (vr == Vr.AT ? 4 : vr.width())];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            if (vr == Vr.AT) {
                raw.putShort((short) (value >>> 16)).putShort((short) value);
            } else {
                putInteger(raw, vr.width(), value);
            }
        }
        return bytes(tag, vr, bytes);
    }

    private static void putInteger(ByteBuffer raw, int width, long value) {
        switch (width) {
            case 1 -> raw.put((byte) value);
            case 2 -> raw.putShort((short) value);
            case 4 -> raw.putInt((int) value);
            default -> raw.putLong(value);
        }
    }

    /// Numbers for FL, FD, DS, OF and OD.
    public DataSetBuilder decimals(int tag, Vr vr, double... values) {
        if (vr.kind() == Vr.Kind.TEXT) {
            return text(
                    tag, vr, Arrays.stream(values).mapToObj(DecimalString::of).toArray(String[]::new));
        }
        byte[] bytes = new byte[values.length * vr.width()];
        ByteBuffer raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            if (vr.width() == 4) {
                raw.putFloat((float) value);
            } else {
                raw.putDouble(value);
            }
        }
        return bytes(tag, vr, bytes);
    }

    /// Raw little-endian bytes, not copied.
    public DataSetBuilder bytes(int tag, Vr vr, byte[] value) {
        elements.put(tag, new Raw(vr, value));
        return this;
    }

    public DataSetBuilder sequence(int tag, List<DataSet> items) {
        elements.put(tag, new Items(List.copyOf(items)));
        return this;
    }

    public DataSetBuilder remove(int tag) {
        elements.remove(tag);
        return this;
    }

    /// Everything `other` holds; what was set before under the same tag is replaced.
    public DataSetBuilder addAll(DataSet other) {
        for (int tag : other.tags()) {
            Vr vr = other.vr(tag).orElse(Vr.UN);
            if (vr == Vr.SQ) {
                sequence(tag, other.items(tag));
            } else if (vr.followsCharacterSet()) {
                text(tag, vr, other.strings(tag).toArray(String[]::new));
            } else if (tag != Tag.SPECIFIC_CHARACTER_SET) {
                bytes(tag, vr, other.bytes(tag));
            }
        }
        return this;
    }

    public DataSet build() {
        if (!characterSet.isDefault()) {
            text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, characterSet.term());
        }
        return table();
    }

    private ElementTable table() {
        ElementTable.Builder table = new ElementTable.Builder(false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        elements.forEach((tag, element) -> {
            switch (element) {
                case Items items -> table.addSequence(tag, inThisSet(items.items));
                case Text text -> append(table, all, tag, text.vr, encoded(text));
                case Raw raw -> append(table, all, tag, raw.vr, raw.value);
            }
        });
        ElementTable built = table.build(ByteSlice.of(all.toByteArray()));
        built.decodeWith(characterSet);
        return built;
    }

    private List<DataSet> inThisSet(List<DataSet> items) {
        List<DataSet> same = new ArrayList<>();
        for (DataSet item : items) {
            same.add(new DataSetBuilder(characterSet).addAll(item).table());
        }
        return same;
    }

    private byte[] encoded(Text text) {
        byte[] raw = characterSet.encode(text.text);
        return raw.length % 2 == 0 ? raw : padded(raw, text.vr == Vr.UI ? (byte) 0 : (byte) ' ');
    }

    private static void append(ElementTable.Builder table, ByteArrayOutputStream all, int tag, Vr vr, byte[] value) {
        byte[] even = value.length % 2 == 0 ? value : padded(value, (byte) 0);
        table.add(tag, vr, all.size(), even.length);
        all.writeBytes(even);
    }

    private static byte[] padded(byte[] raw, byte padding) {
        byte[] even = Arrays.copyOf(raw, raw.length + 1);
        even[raw.length] = padding;
        return even;
    }
}
