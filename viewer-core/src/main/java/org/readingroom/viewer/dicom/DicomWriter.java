package org.readingroom.viewer.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes Part 10 files: preamble, file meta information, data set in explicit VR little endian.
///
/// **Source:** DICOM PS3.10 section 7.1.
// [impl->req~dicom.write.part10~1]
public final class DicomWriter {
    /// Ours, under the root that needs no registration; told to whoever reads our files or talks to us.
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.176210733893045187921870653140284193771";

    public static final String IMPLEMENTATION_VERSION = "READINGROOM_1";
    private static final int COPY_BYTES = 1 << 16;
    private static final long MAX_SHORT = 0xFFFE;

    private final OutputStream out;

    private DicomWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes `dataSet` with `pixelData`. A Pixel Data element inside `dataSet` is left out, group lengths too.
    ///
    /// `syntax` names how the pixels are coded: an encapsulated one for [PixelData.Encapsulated], else explicit
    /// little endian. `dataSet` must name its SOP class and instance.
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax, Optional<PixelData> pixelData)
            throws IOException {
        boolean isEncapsulated =
                pixelData.filter(PixelData.Encapsulated.class::isInstance).isPresent();
        if (pixelData.isPresent()
                ? isEncapsulated != syntax.isEncapsulated()
                : !syntax.isExplicit() || syntax.isBigEndian() || syntax.isDeflated()) {
            throw new IllegalArgumentException(syntax + " does not fit the pixel data");
        }
        if (!isEncapsulated && syntax != TransferSyntax.EXPLICIT_LITTLE_ENDIAN) {
            throw new IllegalArgumentException(syntax + " is not written");
        }
        BufferedOutputStream buffered = new BufferedOutputStream(out, COPY_BYTES);
        DicomWriter writer = new DicomWriter(buffered);
        writer.fileMeta(required(dataSet, Tag.SOP_CLASS_UID), required(dataSet, Tag.SOP_INSTANCE_UID), syntax);
        writer.elements(dataSet, pixelData);
        buffered.flush();
    }

    /// The elements alone, in explicit VR little endian, as they travel between two programs.
    static void writeElements(OutputStream out, DataSet dataSet) throws IOException {
        new DicomWriter(out).elements(dataSet, Optional.empty());
    }

    /// The elements of `dataSet` alone, in explicit VR little endian, group lengths left out.
    public static byte[] encoded(DataSet dataSet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writeElements(out, dataSet);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return out.toByteArray();
    }

    /// What a file of an object without a SOP Common module begins with, such as the index of a file set.
    public static byte[] beginning(String sopClass, String instance) {
        return beginning(sopClass, instance, TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    }

    /// What a file begins with whose data set is written in `syntax`, such as one that came over the wire.
    public static byte[] beginning(String sopClass, String instance, TransferSyntax syntax) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new DicomWriter(out).fileMeta(sopClass, instance, syntax);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private void fileMeta(String sopClass, String instance, TransferSyntax syntax) throws IOException {

        DataSet meta = DataSetBuilder.create("")
                .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, instance)
                .text(Tag.TRANSFER_SYNTAX_UID, Vr.UI, syntax.uid())
                .text(Tag.IMPLEMENTATION_CLASS_UID, Vr.UI, IMPLEMENTATION_CLASS_UID)
                .text(Tag.IMPLEMENTATION_VERSION_NAME, Vr.SH, IMPLEMENTATION_VERSION)
                .build();
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        new DicomWriter(group).elements(meta, Optional.empty());
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        header(Tag.FILE_META_INFORMATION_GROUP_LENGTH, Vr.UL, 4);
        out.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(group.size())
                .array());
        group.writeTo(out);
    }

    private static String required(DataSet dataSet, int tag) {
        return dataSet.string(tag)
                .orElseThrow(() -> new IllegalArgumentException("the data set has no " + Tag.text(tag)));
    }

    private void elements(DataSet dataSet, Optional<PixelData> pixelData) throws IOException {
        boolean isWritten = pixelData.isEmpty();
        for (int tag : dataSet.tags()) {
            if (!isWritten && Integer.compareUnsigned(tag, pixelData.get().tag()) >= 0) {
                pixels(pixelData.get());
                isWritten = true;
            }
            boolean isPixels = pixelData.isPresent() && tag == pixelData.get().tag();
            if (!isPixels && (tag & 0xFFFF) != 0) {
                element(dataSet, tag);
            }
        }
        if (!isWritten) {
            pixels(pixelData.get());
        }
    }

    private void element(DataSet dataSet, int tag) throws IOException {
        Vr vr = dataSet.vr(tag).orElse(Vr.UN);
        if (vr == Vr.SQ) {
            header(tag, Vr.SQ, DataSetParser.UNDEFINED);
            for (DataSet item : dataSet.items(tag)) {
                delimiter(Tag.ITEM, DataSetParser.UNDEFINED);
                elements(item, Optional.empty());
                delimiter(Tag.ITEM_DELIMITATION_ITEM, 0);
            }
            delimiter(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
            return;
        }
        byte[] value = dataSet.bytes(tag);
        int length = value.length + (value.length & 1);
        // A value too long for its short length field goes out as UN, which may be longer.
        header(tag, length > MAX_SHORT && !vr.hasLongHeader() ? Vr.UN : vr, length);
        out.write(value);
        if (length > value.length) {
            out.write(vr.kind() == Vr.Kind.TEXT && vr != Vr.UI ? ' ' : 0);
        }
    }

    private void pixels(PixelData pixels) throws IOException {
        switch (pixels) {
            case PixelData.Native plain -> {
                long length = plain.bytes().length();
                header(plain.tag(), plain.vr(), length + (length & 1));
                copy(plain.bytes(), plain.bigEndian() ? plain.vr().width() : 1);
            }
            case PixelData.Encapsulated coded -> {
                header(coded.tag(), Vr.OB, DataSetParser.UNDEFINED);
                delimiter(Tag.ITEM, 4L * coded.basicOffsets().size());
                ByteBuffer offsets =
                        ByteBuffer.allocate(4 * coded.basicOffsets().size()).order(ByteOrder.LITTLE_ENDIAN);
                coded.basicOffsets().forEach(offset -> offsets.putInt((int) (long) offset));
                out.write(offsets.array());
                for (ByteSlice fragment : coded.fragments()) {
                    delimiter(Tag.ITEM, fragment.length() + (fragment.length() & 1));
                    copy(fragment, 1);
                }
                delimiter(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
            }
        }
    }

    private void copy(ByteSlice bytes, int swappedWidth) throws IOException {
        for (long at = 0; at < bytes.length(); at += COPY_BYTES) {
            byte[] part = bytes.toArray(at, (int) Math.min(COPY_BYTES, bytes.length() - at));
            Values.swap(part, swappedWidth);
            out.write(part);
        }
        if ((bytes.length() & 1) == 1) {
            out.write(0);
        }
    }

    private void header(int tag, Vr vr, long length) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(vr.hasLongHeader() ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort((short) (tag >>> 16)).putShort((short) tag);
        header.put(vr.name().getBytes(StandardCharsets.US_ASCII));
        if (vr.hasLongHeader()) {
            header.putShort((short) 0).putInt((int) length);
        } else {
            header.putShort((short) length);
        }
        out.write(header.array());
    }

    private void delimiter(int tag, long length) throws IOException {
        out.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag)
                .putInt((int) length)
                .array());
    }
}
