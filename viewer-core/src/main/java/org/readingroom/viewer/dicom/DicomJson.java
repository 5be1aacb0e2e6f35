package org.readingroom.viewer.dicom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.readingroom.viewer.model.PersonName;

/// A data set as DICOM JSON.
///
/// Numbers that cannot be read stay as text, so that nothing is hidden. Binary values up to 64 KiB are inline;
/// larger ones and pixel data become `"BulkDataURI": "#length=N"`, which says how many bytes the file holds, those
/// of all fragments together where pixels are compressed. Group lengths are left out. Floating-point values that
/// JSON has no number for become the text `NaN`, `inf` or `-inf`.
///
/// **Source:** DICOM PS3.18 annex F, with CP-2275 for values that are no numbers.
// [impl->req~dicom.json~1]
public final class DicomJson {
    /// chosen: lookup tables and small profiles stay readable, whole pictures do not drown the rest.
    private static final int MAX_INLINE_BYTES = 1 << 16;

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;

    private DicomJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes one JSON object, indented; `out` stays open.
    public static void write(DataSet dataSet, Writer out) throws IOException {
        JsonGenerator json = FACTORY.createGenerator(out).useDefaultPrettyPrinter();
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        new DicomJson(json).object(dataSet);
        json.close();
    }

    private void object(DataSet dataSet) throws IOException {
        json.writeStartObject();
        for (int tag : dataSet.tags()) {
            if ((tag & 0xFFFF) != 0) {
                attribute(dataSet, tag, dataSet.vr(tag).orElse(Vr.UN));
            }
        }
        json.writeEndObject();
    }

    private void attribute(DataSet dataSet, int tag, Vr vr) throws IOException {
        json.writeObjectFieldStart("%08X".formatted(tag));
        json.writeStringField("vr", vr.name());
        if (vr == Vr.SQ) {
            items(dataSet.items(tag));
        } else if (vr.isBinary()) {
            binary(dataSet, tag);
        } else if (dataSet.length(tag) > 0) {
            values(dataSet, tag, vr);
        }
        json.writeEndObject();
    }

    private void items(List<DataSet> items) throws IOException {
        if (items.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        for (DataSet item : items) {
            object(item);
        }
        json.writeEndArray();
    }

    private void binary(DataSet dataSet, int tag) throws IOException {
        boolean isPixels = tag == Tag.PIXEL_DATA || tag == Tag.FLOAT_PIXEL_DATA || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
        long length = dataSet instanceof ElementTable table ? table.heldBytes(tag) : dataSet.length(tag);
        if (isPixels && length > 0 || length > MAX_INLINE_BYTES) {
            json.writeStringField("BulkDataURI", "#length=" + length);
        } else if (length > 0) {
            json.writeBinaryField("InlineBinary", dataSet.bytes(tag));
        }
    }

    private void values(DataSet dataSet, int tag, Vr vr) throws IOException {
        List<String> texts = dataSet.strings(tag);
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        json.writeArrayFieldStart("Value");
        switch (vr) {
            case FL, FD -> {
                for (double value : dataSet.decimals(tag)) {
                    number(value);
                }
            }
            case US, SS, UL, SL, SV -> {
                for (long value : dataSet.longs(tag)) {
                    json.writeNumber(value);
                }
            }
            case UV -> {
                for (String text : texts) {
                    json.writeNumber(new java.math.BigInteger(text));
                }
            }
            default -> {
                for (String text : texts) {
                    text(text, vr);
                }
            }
        }
        json.writeEndArray();
    }

    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf");
        }
    }

    private void text(String text, Vr vr) throws IOException {
        if (text.isEmpty()) {
            json.writeNull();
            return;
        }
        if (vr == Vr.PN) {
            name(PersonName.parse(text));
            return;
        }
        OptionalDouble number = vr == Vr.DS || vr == Vr.IS ? Values.decimal(text) : OptionalDouble.empty();
        if (number.isEmpty()) {
            json.writeString(text);
        } else if (vr == Vr.IS && number.getAsDouble() == (long) number.getAsDouble()) {
            json.writeNumber((long) number.getAsDouble());
        } else {
            json.writeNumber(number.getAsDouble());
        }
    }

    private void name(PersonName name) throws IOException {
        json.writeStartObject();
        field("Alphabetic", name.alphabetic());
        field("Ideographic", name.ideographic());
        field("Phonetic", name.phonetic());
        json.writeEndObject();
    }

    private void field(String group, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(group, value);
        }
    }
}
