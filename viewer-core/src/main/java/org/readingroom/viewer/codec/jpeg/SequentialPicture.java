package org.readingroom.viewer.codec.jpeg;

import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;

/// A picture whose scans bring whole blocks: JPEG baseline and extended.
final class SequentialPicture implements Picture {
    private final Frame frame;
    private final DctPlanes planes;
    private final boolean[] decoded;

    SequentialPicture(Frame frame, PixelFormat format) {
        this.frame = frame;
        this.planes = new DctPlanes(frame, format);
        this.decoded = new boolean[frame.components().size()];
    }

    @Override
    public void decode(ScanHeader scan, Tables tables, EntropyBits bits, int interval) throws CodecException {
        for (int component : scan.components()) {
            if (decoded[component]) {
                throw CodecException.corrupt("a second scan of one component");
            }
            decoded[component] = true;
        }
        BlockDecoder blocks = new BlockDecoder(frame, scan, tables, planes, bits);
        new McuOrder(frame, scan.components(), bits).walk(blocks, interval);
    }

    @Override
    public boolean isWhole() {
        for (boolean component : decoded) {
            if (!component) {
                return false;
            }
        }
        return true;
    }

    @Override
    public StoredPixels finish(String photometric) throws CodecException {
        return planes.finish(photometric);
    }
}
