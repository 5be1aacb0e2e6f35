package org.readingroom.viewer.codec.jpeg2000;

import java.io.ByteArrayOutputStream;

/// One tile's parameters and bytes, gathered from its tile-parts.
final class TileData {
    final TileParameters parameters;
    final ByteArrayOutputStream packets = new ByteArrayOutputStream();
    final ByteArrayOutputStream packedHeaders = new ByteArrayOutputStream();
    boolean hasPackedHeaders;
    boolean hasProgressionChanges;

    TileData(TileParameters parameters) {
        this.parameters = parameters;
    }
}
