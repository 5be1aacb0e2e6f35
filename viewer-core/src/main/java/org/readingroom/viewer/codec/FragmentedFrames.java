package org.readingroom.viewer.codec;

import java.util.List;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.PixelData;

/// Frames of compressed pixel data, put together from their fragments and decoded one by one.
final class FragmentedFrames implements FrameSource {
    private final FragmentIndex index;
    private final FrameDecoder decoder;
    private final PixelFormat format;
    private final EdgeTiles tiles;
    private final int count;

    /// `declared` is 0 when the header's number of frames cannot be read: then the fragments tell it.
    FragmentedFrames(
            PixelData.Encapsulated data, int declared, FrameDecoder decoder, PixelFormat format, EdgeTiles tiles)
            throws CodecException {
        this.index = FragmentIndex.of(data, declared);
        this.decoder = decoder;
        this.format = format;
        this.tiles = tiles;
        this.count = declared > 0 ? declared : index.count();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public StoredPixels frame(int frame) throws CodecException {
        byte[] encoded = joined(index.fragments(frame));
        PixelFormat inside = tiles.inside(frame, format);
        if (inside.equals(format)) {
            return decoder.decode(encoded, format);
        }
        try {
            return decoder.decode(encoded, format);
        } catch (CodecException e) {
            if (!e.messageKey().equals("viewer.codec.mismatch")) {
                throw e;
            }
            return tiles.filledUp(decoder.decode(encoded, inside));
        }
    }

    private static byte[] joined(List<ByteSlice> fragments) throws CodecException {
        long total = 0;
        for (ByteSlice fragment : fragments) {
            total += fragment.length();
        }
        if (total > Integer.MAX_VALUE - 8) {
            throw new CodecException("viewer.codec.too-large", "an encoded frame of " + total + " bytes");
        }
        if (fragments.size() == 1) {
            return fragments.getFirst().toArray();
        }
        byte[] joined = new byte[(int) total];
        int at = 0;
        for (ByteSlice fragment : fragments) {
            int length = (int) fragment.length();
            fragment.copyTo(0, joined, at, length);
            at += length;
        }
        return joined;
    }
}
