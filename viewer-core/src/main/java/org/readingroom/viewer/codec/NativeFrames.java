package org.readingroom.viewer.codec;

import java.util.List;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.PixelData;

/// Frames of uncompressed pixel data, cut out of one run of bits.
///
/// **Source:** DICOM PS3.5 section 8.1.1, annex A.1 to A.3.
final class NativeFrames implements FrameSource {
    /// Chosen: above this, a Number of Frames that the pixel data cannot hold is taken as nonsense.
    private static final int PLAUSIBLE_FRAMES = 100_000;

    private final PixelData.Native data;
    private final NativeLayout layout;
    private final int count;

    /// `declared` is 0 when the header's number of frames cannot be read: then the bytes tell it.
    NativeFrames(PixelData.Native data, PixelFormat format, int declared) throws CodecException {
        this.data = data;
        this.layout = layout(data, format, Math.max(1, declared));
        long held = data.declaredLength() * 8 / layout.encodedBits();
        if (declared == 0) {
            count = Math.clamp(held, 1, PLAUSIBLE_FRAMES);
        } else if (declared > held && declared > PLAUSIBLE_FRAMES) {
            throw new CodecException(
                    "viewer.codec.frames-impossible",
                    List.of(declared, held),
                    declared + " frames declared, room for " + held,
                    null);
        } else {
            count = declared;
        }
        if (layout.encodedBits() > 8L * Integer.MAX_VALUE - 64 || layout.decodedBytes() > Integer.MAX_VALUE - 8) {
            throw new CodecException("viewer.codec.too-large", "a frame of " + layout.decodedBytes() + " bytes");
        }
    }

    /// Programs that unpack compressed ultrasound leave its name, YBR_FULL_422, on pixels that have all their
    /// chrominance.
    /// The length tells: exactly three bytes a pixel.
    private static NativeLayout layout(PixelData.Native data, PixelFormat format, int frames) {
        NativeLayout stated = new NativeLayout(format);
        NativeLayout whole = stated.withWholeChroma();
        long bytes = whole.encodedBits() / 8 * frames;
        return bytes != stated.encodedBits() / 8 * frames && data.declaredLength() == bytes + (bytes & 1)
                ? whole
                : stated;
    }

    @Override
    public int count() {
        return count;
    }

    /// Whether all frames that the header states are there.
    boolean isWhole() {
        return (count * layout.encodedBits() + 7) / 8 <= data.bytes().length();
    }

    // [impl->req~codec.native~1]
    @Override
    public StoredPixels frame(int index) throws CodecException {
        ByteSlice bytes = data.bytes();
        long firstBit = index * layout.encodedBits();
        long endBit = firstBit + layout.encodedBits();
        if ((endBit + 7) / 8 > bytes.length()) {
            throw CodecException.truncated("frame " + (index + 1) + " ends at byte " + (endBit + 7) / 8 + " of "
                    + bytes.length() + " present");
        }
        long first = firstBit / 8;
        int swap = data.bigEndian() ? layout.swapUnit(data.vr()) : 1;
        long from = first / swap * swap;
        long end = Math.min(bytes.length(), ((endBit + 7) / 8 + swap - 1) / swap * swap);
        byte[] encoded = bytes.toArray(from, (int) (end - from));
        ByteOrders.reverse(encoded, swap);
        return layout.decode(encoded, firstBit - 8 * from);
    }
}
