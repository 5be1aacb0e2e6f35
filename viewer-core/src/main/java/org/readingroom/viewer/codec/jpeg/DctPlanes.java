package org.readingroom.viewer.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.FrameBuffer;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// The components of a DCT picture at their own sizes, and how they become a frame.
final class DctPlanes {
    private final Frame frame;
    private final PixelFormat format;
    private final Plane[] planes;
    private final int[] @Nullable [] quantisation;

    DctPlanes(Frame frame, PixelFormat format) {
        this.frame = frame;
        this.format = format;
        this.planes = new Plane[frame.components().size()];
        this.quantisation = new int[planes.length][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = Plane.of(frame, frame.components().get(i));
        }
    }

    Plane plane(int component) {
        return planes[component];
    }

    /// The quantisation table of a component: the one in force when its first scan came.
    int[] quantisation(int component, Tables tables) throws CodecException {
        int[] table = quantisation[component];
        if (table == null) {
            table = tables.quantisation(frame.components().get(component).table());
            quantisation[component] = table;
        }
        return table;
    }

    StoredPixels finish(String photometric) throws CodecException {
        FrameBuffer whole = new FrameBuffer(format);
        for (int i = 0; i < planes.length; i++) {
            Upsampler upsampler = new Upsampler(frame, frame.components().get(i), planes[i]);
            for (int y = 0; y < frame.rows(); y++) {
                whole.row(i, y, upsampler.row(y), 0);
            }
        }
        return whole.finish(photometric);
    }
}
