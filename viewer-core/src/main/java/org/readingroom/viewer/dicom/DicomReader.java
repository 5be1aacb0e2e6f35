package org.readingroom.viewer.dicom;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads Part 10 files, and data sets without preamble or file meta information.
///
/// **Errors:** [DicomException] for what is not DICOM or cannot be opened. What can be read of a damaged file is
/// kept, and its [DicomFile#defects] say what is wrong.
/// **Thread:** any.
/// **Source:** DICOM PS3.10 section 7.1, PS3.5 section 7.
// [impl->req~dicom.read.part10~1]
// [impl->req~dicom.read.damaged~1]
public final class DicomReader {
    /// chosen: reading a smaller file is as fast as mapping it, and a file in memory cannot be cut under us.
    private static final long MAPPED_FROM_BYTES = 16 << 20;

    private static final int PREAMBLE_BYTES = 128;
    private static final int MAGIC = 0x4449434D;
    private static final int GZIP = 0x1F8B;

    private final ByteSlice source;
    private final List<Defect> defects = new ArrayList<>();

    private DicomReader(ByteSlice source) {
        this.source = source;
    }

    /// Reads `path`; large files are mapped, not copied.
    public static DicomFile read(Path path) throws DicomException {
        try {
            if (!Files.isRegularFile(path)) {
                throw new DicomException("viewer.file.unreadable", "not a regular file");
            }
            if (Files.size(path) < MAPPED_FROM_BYTES) {
                return read(Files.readAllBytes(path));
            }
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                return read(ByteSlice.of(channel.map(MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto())));
            }
        } catch (IOException e) {
            throw new DicomException(
                    "viewer.file.unreadable",
                    List.of(),
                    "reading failed: " + e.getClass().getSimpleName(),
                    e);
        }
    }

    /// Reads `bytes`, which must not change afterwards.
    public static DicomFile read(byte[] bytes) throws DicomException {
        return read(ByteSlice.of(bytes));
    }

    static DicomFile read(ByteSlice source) throws DicomException {
        return new DicomReader(source).read();
    }

    private DicomFile read() throws DicomException {
        if (source.length() == 0) {
            throw new DicomException("viewer.file.empty", "no bytes");
        }
        long start = start();
        boolean hasMeta = source.length() - start >= 8 && source.unsignedShort(start, false) == 0x0002;
        ElementTable meta = new ElementTable.Builder(false).build(source);
        long dataAt = start;
        if (hasMeta) {
            boolean isExplicit = Vr.of(source.unsignedByte(start + 4), source.unsignedByte(start + 5)) != null;
            DataSetParser.Parsed parsed = new DataSetParser(source, false, defects).fileMeta(start, isExplicit);
            meta = parsed.table();
            dataAt = parsed.end();
            checkGroupLength(meta, start, dataAt);
        } else {
            mark(Defect.Kind.NO_FILE_META_INFORMATION);
        }
        return dataSet(meta, dataAt);
    }

    /// Where file meta information or, failing that, the data set begins.
    private long start() throws DicomException {
        if (hasMagicAt(PREAMBLE_BYTES) && !isMagicInsideData()) {
            return PREAMBLE_BYTES + 4;
        }
        mark(Defect.Kind.NO_PREAMBLE);
        if (hasMagicAt(0)) {
            return 4;
        }
        if (Encoding.seenAt(source, 0).isPresent()) {
            return 0;
        }
        // A preamble without its four letters.
        if (source.length() > PREAMBLE_BYTES + 12 && Encoding.EXPLICIT_LITTLE.fits(source, PREAMBLE_BYTES + 4)) {
            return PREAMBLE_BYTES + 4;
        }
        if (source.length() >= 2 && source.unsignedShort(0, true) == GZIP) {
            throw new DicomException("viewer.file.gzip", "gzip magic");
        }
        throw new DicomException("viewer.file.not-dicom", "no DICM and no known first element");
    }

    /// A data set without preamble may hold the four letters where a preamble would end.
    private boolean isMagicInsideData() {
        return source.length() >= PREAMBLE_BYTES + 6
                && source.unsignedShort(PREAMBLE_BYTES + 4, false) != 0x0002
                && Encoding.seenAt(source, 0).isPresent();
    }

    private boolean hasMagicAt(long at) {
        return source.length() >= at + 4 && (int) source.unsignedInt(at, true) == MAGIC;
    }

    private void mark(Defect.Kind kind) {
        defects.add(new Defect(kind, 0, -1));
    }

    private void checkGroupLength(ElementTable meta, long start, long end) {
        long[] stated = meta.longs(Tag.FILE_META_INFORMATION_GROUP_LENGTH);
        if (stated.length == 0 || start + 12 + stated[0] != end) {
            defects.add(new Defect(Defect.Kind.META_LENGTH_WRONG, Tag.FILE_META_INFORMATION_GROUP_LENGTH, start));
        }
    }

    private DicomFile dataSet(ElementTable meta, long dataAt) throws DicomException {
        String uid = meta.string(Tag.TRANSFER_SYNTAX_UID).orElse("");
        Optional<TransferSyntax> declared = TransferSyntax.of(uid);
        if (declared.isEmpty()) {
            mark(uid.isEmpty() ? Defect.Kind.TRANSFER_SYNTAX_MISSING : Defect.Kind.TRANSFER_SYNTAX_UNKNOWN);
        }
        ByteSlice data = source;
        long at = dataAt;
        Optional<Encoding> seen = Encoding.seenAt(source, dataAt);
        if (seen.isEmpty() && declared.filter(TransferSyntax::isDeflated).isPresent()) {
            data = Inflated.of(source.slice(dataAt, source.length() - dataAt), defects);
            at = 0;
            seen = Encoding.seenAt(data, 0);
        }
        TransferSyntax assumed = declared.orElse(
                uid.isEmpty()
                        ? seen.map(Encoding::plainSyntax).orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                        : TransferSyntax.UNKNOWN);
        Encoding encoding = Encoding.of(assumed);
        boolean isMislabelled = seen.isPresent() && !encoding.fits(data, at) || data == source && assumed.isDeflated();
        if (isMislabelled) {
            encoding = seen.orElse(encoding);
        }
        DataSetParser parser = new DataSetParser(data, encoding.isBigEndian(), defects);
        ElementTable table = parser.dataSet(at, encoding.isExplicit());
        if (table.tags().length == 0) {
            throw new DicomException("viewer.file.truncated", "no element after the file meta information");
        }
        new CharacterSetAudit(defects).settle(table);
        Optional<PixelData> pixels = parser.pixelData().map(found -> withExtendedOffsets(found, table));
        TransferSyntax effective = effective(assumed, encoding, isMislabelled, pixels);
        if (effective != assumed) {
            mark(Defect.Kind.TRANSFER_SYNTAX_MISLABELLED);
        }
        return new DicomFile(meta, table, effective, pixels.map(found -> inOrder(found, effective)), defects);
    }

    /// Pixels tell more surely than the label whether they are compressed; by what, only the label can say.
    private static TransferSyntax effective(
            TransferSyntax assumed, Encoding encoding, boolean isMislabelled, Optional<PixelData> pixels) {
        boolean isInFragments =
                pixels.filter(PixelData.Encapsulated.class::isInstance).isPresent();
        if (isInFragments) {
            return assumed.isEncapsulated() ? assumed : TransferSyntax.UNKNOWN;
        }
        boolean isNativeUnderCompressed = pixels.isPresent() && assumed.isEncapsulated();
        return isMislabelled || isNativeUnderCompressed ? encoding.plainSyntax() : assumed;
    }

    private static PixelData inOrder(PixelData pixels, TransferSyntax syntax) {
        return pixels instanceof PixelData.Native n && syntax == TransferSyntax.GE_PRIVATE_IMPLICIT
                ? new PixelData.Native(n.tag(), n.vr(), n.bytes(), n.declaredLength(), true)
                : pixels;
    }

    private static PixelData withExtendedOffsets(PixelData pixels, ElementTable table) {
        if (!(pixels instanceof PixelData.Encapsulated e) || !table.contains(Tag.EXTENDED_OFFSET_TABLE)) {
            return pixels;
        }
        return new PixelData.Encapsulated(
                e.tag(),
                e.fragments(),
                e.basicOffsets(),
                list(table.longs(Tag.EXTENDED_OFFSET_TABLE)),
                list(table.longs(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)),
                e.isComplete());
    }

    private static List<Long> list(long[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
