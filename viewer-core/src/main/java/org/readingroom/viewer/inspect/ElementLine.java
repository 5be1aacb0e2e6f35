package org.readingroom.viewer.inspect;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Dictionary;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;

/// One line of the tag viewer: an attribute, or an item of a sequence.
///
/// Children are made when asked for, so that an object of a million attributes opens at once.
///
/// **Range:** `itemNumber` counts from one; it is 0 for attributes.
/// **Thread:** any; immutable.
// [impl->req~inspect.tree~1]
public final class ElementLine {
    /// chosen: a line of the screen; the whole value is had by [#value].
    private static final int PREVIEW = 200;
    /// chosen: raw bytes shown as hexadecimal.
    private static final int RAW_BYTES = 32;
    /// chosen: a value longer than this is neither shown nor searched whole.
    private static final int LONGEST_VALUE = 1 << 16;

    private final DataSet holder;
    private final int tag;
    private final int itemNumber;

    private ElementLine(DataSet holder, int tag, int itemNumber) {
        this.holder = holder;
        this.tag = tag;
        this.itemNumber = itemNumber;
    }

    /// The attributes of a file: its meta information first.
    public static List<ElementLine> of(DicomFile file) {
        List<ElementLine> lines = new ArrayList<>(of(file.fileMeta()));
        lines.addAll(of(file.dataSet()));
        return lines;
    }

    static List<ElementLine> of(DataSet dataSet) {
        List<ElementLine> lines = new ArrayList<>();
        for (int tag : dataSet.tags()) {
            lines.add(new ElementLine(dataSet, tag, 0));
        }
        return lines;
    }

    public int tag() {
        return tag;
    }

    public int itemNumber() {
        return itemNumber;
    }

    public boolean isItem() {
        return itemNumber > 0;
    }

    /// `(0010,0010)`, or `#2` for an item.
    public String tagText() {
        return isItem() ? "#" + itemNumber : Tag.text(tag);
    }

    public Vr vr() {
        return holder.vr(tag).orElse(Vr.UN);
    }

    /// The keyword of a standard attribute; of a private one the creator's name, in brackets; else empty.
    public String name() {
        if (isItem()) {
            return "";
        }
        if (!Tag.isPrivate(tag)) {
            return Dictionary.keyword(tag).orElse("");
        }
        if (isPrivateCreator()) {
            return "PrivateCreator";
        }
        return creator().map(name -> "[" + name + "]").orElse("");
    }

    /// The creator of a private attribute, found in its own data set.
    ///
    /// **Source:** DICOM PS3.5 section 7.8.1.
    public Optional<String> creator() {
        int block = tag >>> 8 & 0xFF;
        return Tag.isPrivate(tag) && block >= 0x10
                ? holder.string(tag & 0xFFFF0000 | block).filter(name -> !name.isBlank())
                : Optional.empty();
    }

    private boolean isPrivateCreator() {
        int element = tag & 0xFFFF;
        return element >= 0x10 && element <= 0xFF;
    }

    /// Bytes of the value; -1 for sequences, items and pixels in fragments.
    public long length() {
        return isItem() || vr() == Vr.SQ ? -1 : holder.length(tag);
    }

    public boolean hasChildren() {
        return !isItem() ? vr() == Vr.SQ && !holder.items(tag).isEmpty() : true;
    }

    /// The items of a sequence, or the attributes of an item.
    public List<ElementLine> children() {
        if (isItem()) {
            return of(holder.items(tag).get(itemNumber - 1));
        }
        List<ElementLine> items = new ArrayList<>();
        if (vr() == Vr.SQ) {
            for (int i = 1; i <= holder.items(tag).size(); i++) {
                items.add(new ElementLine(holder, tag, i));
            }
        }
        return items;
    }

    /// The value as text, all of it where it is text; long raw values are cut. Patient data: for the screen alone.
    public String value() {
        if (isItem() || vr() == Vr.SQ || holder.length(tag) <= 0) {
            return "";
        }
        if (vr().isBinary() || holder.length(tag) > LONGEST_VALUE) {
            return raw();
        }
        return String.join("\\", holder.strings(tag));
    }

    private String raw() {
        if (holder.length(tag) > LONGEST_VALUE) {
            return "…";
        }
        byte[] bytes = holder.bytes(tag);
        int shown = Math.min(bytes.length, RAW_BYTES);
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown);
        String text =
                isReadable(bytes) ? "  " + new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).strip() : "";
        return hex + (bytes.length > shown ? " …" : "") + text;
    }

    /// Private text often comes as UN: readable bytes are shown as what they are.
    private static boolean isReadable(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            boolean isPadding = bytes[i] == 0 && i == bytes.length - 1;
            if ((bytes[i] < 0x20 || bytes[i] > 0x7E) && !isPadding) {
                return false;
            }
        }
        return bytes.length > 0;
    }

    /// The value on one line, cut to what a line holds.
    public String preview() {
        String line = value().replaceAll("\\R", " ⏎ ");
        return line.length() > PREVIEW ? line.substring(0, PREVIEW) + "…" : line;
    }

    /// Tag, value representation, name and value with tabs between: what copying a line gives.
    public String copyText() {
        return isItem() ? tagText() : String.join("\t", tagText(), vr().name(), name(), value());
    }
}
