package org.readingroom.viewer.codec.video.worker;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;

/// Brings decoded pictures of any layout to RGB, by the matrix and the range their stream names.
///
/// A stream that names none has the matrix of its size: ITU-R BT.601 up to 576 lines, BT.709 above.
/// **Source:** ISO/IEC 23091-2 table 4; the rule for unnamed ones is what players do.
final class RgbConverter implements AutoCloseable {
    private static final int HIGHEST_STANDARD_DEFINITION = 576;
    private static final int ONE = 1 << 16;

    private @Nullable SwsContext scaler;
    private @Nullable BytePointer target;
    private int layout = -1;

    /// The picture in `frame`, 8 bits, interleaved.
    byte[] rgb(AVFrame frame, int rows, int columns) throws CodecException {
        if (frame.width() != columns || frame.height() != rows) {
            throw CodecException.mismatch("a video frame of %d x %d".formatted(frame.width(), frame.height()));
        }
        int length = Math.multiplyExact(3, Math.multiplyExact(rows, columns));
        SwsContext context = scaler(frame, rows, columns);
        BytePointer pixels = target;
        if (pixels == null) {
            pixels = new BytePointer(length + 64L);
            target = pixels;
        }
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(1L);
                IntPointer stride = new IntPointer(1L)) {
            planes.put(0, pixels);
            stride.put(0, 3 * columns);
            int done = swscale.sws_scale(context, frame.data(), frame.linesize(), 0, rows, planes, stride);
            if (done != rows) {
                throw CodecException.corrupt("a video frame could not be converted");
            }
        }
        byte[] rgb = new byte[length];
        pixels.get(rgb);
        return rgb;
    }

    private SwsContext scaler(AVFrame frame, int rows, int columns) throws CodecException {
        SwsContext context = scaler;
        if (context != null && layout == frame.format()) {
            return context;
        }
        close();
        context = swscale.sws_getContext(
                columns,
                rows,
                frame.format(),
                columns,
                rows,
                avutil.AV_PIX_FMT_RGB24,
                swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_FULL_CHR_H_INT | swscale.SWS_BITEXACT,
                null,
                null,
                (DoublePointer) null);
        if (context == null) {
            throw CodecException.unsupported("video pixel layout " + frame.format());
        }
        boolean named = frame.colorspace() != avutil.AVCOL_SPC_UNSPECIFIED;
        int matrix = named
                ? frame.colorspace()
                : rows > HIGHEST_STANDARD_DEFINITION ? swscale.SWS_CS_ITU709 : swscale.SWS_CS_ITU601;
        int full = frame.color_range() == avutil.AVCOL_RANGE_JPEG ? 1 : 0;
        IntPointer coefficients = swscale.sws_getCoefficients(matrix);
        swscale.sws_setColorspaceDetails(context, coefficients, full, coefficients, 1, 0, ONE, ONE);
        scaler = context;
        layout = frame.format();
        return context;
    }

    @Override
    public void close() {
        SwsContext context = scaler;
        if (context != null) {
            swscale.sws_freeContext(context);
            scaler = null;
        }
    }
}
