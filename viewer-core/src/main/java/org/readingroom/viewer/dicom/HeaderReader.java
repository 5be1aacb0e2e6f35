package org.readingroom.viewer.dicom;

import java.util.Arrays;
import java.util.Optional;
import org.readingroom.viewer.model.WorkstationException;

/// Reads the header of a file and leaves its pixels where they are.
///
/// The header is the same as that of the file read whole. Where that cannot be known from the beginning (a deflated
/// file, elements of the header behind the pixels, many fragments), the file is read whole.
///
/// **Thread:** any; blocks.
// [impl->req~dicom.read.header~1]
public final class HeaderReader {
    /// The bytes of one file, wherever they lie.
    public interface Source {
        long length();

        /// `size` bytes from `position`, both within the file.
        byte[] read(long position, int size) throws WorkstationException;
    }

    /// chosen: the headers of nearly all images are shorter, and sealed files open in pieces of this size.
    private static final int FIRST_BYTES = 64 * 1024;

    private static final int GROWTH = 8;

    /// Enough to see whether pixel data is in fragments.
    private static final int PIXEL_BYTES = 16;

    /// chosen: above this, walking over the fragments costs more than reading the file.
    private static final int MOST_FRAGMENTS = 32;

    private final Source source;
    private byte[] beginning = {};

    private HeaderReader(Source source) {
        this.source = source;
    }

    /// **Errors:** as [DicomReader#read], and what `source` throws.
    public static DicomHeader read(Source source) throws WorkstationException {
        return new HeaderReader(source).read();
    }

    private DicomHeader read() throws WorkstationException {
        for (long size = FIRST_BYTES; size < source.length(); size *= GROWTH) {
            beginning = source.read(0, (int) Math.min(size, Integer.MAX_VALUE - PIXEL_BYTES));
            DicomFile file = DicomReader.read(beginning);
            if (isDeflated(file)) {
                break;
            }
            Optional<PixelData> pixels = file.pixelData();
            if (pixels.isPresent() && reaches(pixels.get())) {
                long at = ((ElementTable) file.dataSet()).offset(pixels.get().tag());
                if (isLast(file, pixels.get(), at)) {
                    return cut(file, at);
                }
                break;
            }
        }
        DicomFile file = DicomReader.read(source.read(0, length()));
        return new DicomHeader(file.fileMeta(), file.dataSet(), file.transferSyntax());
    }

    private int length() throws DicomException {
        if (source.length() > Integer.MAX_VALUE - PIXEL_BYTES) {
            throw new DicomException("viewer.file.unreadable", "a header behind two gigabytes");
        }
        return (int) source.length();
    }

    private static boolean isDeflated(DicomFile file) {
        return file.transferSyntax().isDeflated()
                || TransferSyntax.of(
                                file.fileMeta().string(Tag.TRANSFER_SYNTAX_UID).orElse(""))
                        .filter(TransferSyntax::isDeflated)
                        .isPresent();
    }

    /// True when enough of the pixels was read to tell their form.
    private static boolean reaches(PixelData pixels) {
        return pixels instanceof PixelData.Encapsulated
                || pixels instanceof PixelData.Native n && n.bytes().length() >= PIXEL_BYTES;
    }

    /// True when nothing of the header lies behind the pixels at `at`.
    private boolean isLast(DicomFile file, PixelData pixels, long at) throws WorkstationException {
        long end = switch (pixels) {
            case PixelData.Native n ->
                n.declaredLength() == DataSetParser.UNDEFINED ? source.length() : at + n.declaredLength();
            case PixelData.Encapsulated e -> endOfFragments(at);
        };
        if (end < 0 || end > source.length() - 8) {
            return end >= 0;
        }
        ByteSlice next = eight(end);
        boolean isBigEndian = file.transferSyntax().isBigEndian();
        return next.unsignedShort(0, isBigEndian) > Tag.group(pixels.tag());
    }

    /// Where the sequence of fragments that begins at `at` ends; -1 when that takes too long to find out.
    private long endOfFragments(long at) throws WorkstationException {
        long item = at;
        for (int i = 0; i <= MOST_FRAGMENTS; i++) {
            // The eight bytes that are left hold the delimiter, or an element without a value.
            if (item >= source.length() - 8) {
                return source.length();
            }
            ByteSlice head = eight(item);
            int tag = head.unsignedShort(0, false) << 16 | head.unsignedShort(2, false);
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                return item + 8;
            }
            if (tag != Tag.ITEM) {
                return -1;
            }
            item += 8 + head.unsignedInt(4, false);
        }
        return -1;
    }

    private ByteSlice eight(long at) throws WorkstationException {
        return at <= beginning.length - 8 ? ByteSlice.of(beginning).slice(at, 8) : ByteSlice.of(source.read(at, 8));
    }

    /// The same header over no more bytes than it needs: headers are kept as long as a study is open.
    private DicomHeader cut(DicomFile file, long pixelsAt) throws DicomException {
        int end = (int) Math.min(beginning.length, pixelsAt + PIXEL_BYTES);
        DicomFile shorter = DicomReader.read(Arrays.copyOf(beginning, end));
        return new DicomHeader(shorter.fileMeta(), shorter.dataSet(), file.transferSyntax());
    }
}
