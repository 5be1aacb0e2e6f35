package org.readingroom.viewer.codec.video.worker;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.readingroom.viewer.codec.CodecException;

/// Brings RGB pictures to what an H.264 encoder takes: BT.709, narrow range, colours at half the size.
final class YuvConverter implements AutoCloseable {
    private static final int ONE = 1 << 16;

    private final int columns;
    private final int rows;
    private final SwsContext scaler;
    private final BytePointer source;

    YuvConverter(int columns, int rows) throws CodecException {
        this.columns = columns;
        this.rows = rows;
        scaler = swscale.sws_getContext(
                columns,
                rows,
                avutil.AV_PIX_FMT_RGB24,
                columns,
                rows,
                avutil.AV_PIX_FMT_YUV420P,
                swscale.SWS_BILINEAR | swscale.SWS_ACCURATE_RND | swscale.SWS_BITEXACT,
                null,
                null,
                (DoublePointer) null);
        if (scaler == null) {
            throw CodecException.unsupported("pictures of " + columns + " x " + rows);
        }
        IntPointer coefficients = swscale.sws_getCoefficients(swscale.SWS_CS_ITU709);
        swscale.sws_setColorspaceDetails(scaler, coefficients, 1, coefficients, 0, 0, ONE, ONE);
        source = new BytePointer(3L * columns * rows + 64);
    }

    void convert(byte[] rgb, AVFrame target) throws CodecException {
        source.put(rgb, 0, rgb.length);
        try (PointerPointer<BytePointer> planes = new PointerPointer<>(1L);
                IntPointer stride = new IntPointer(1L)) {
            planes.put(0, source);
            stride.put(0, 3 * columns);
            int done = swscale.sws_scale(scaler, planes, stride, 0, rows, target.data(), target.linesize());
            if (done != rows) {
                throw CodecException.corrupt("a picture could not be converted");
            }
        }
    }

    @Override
    public void close() {
        swscale.sws_freeContext(scaler);
        source.close();
    }
}
