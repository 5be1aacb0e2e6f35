package org.readingroom.viewer.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// Reads the marker segments of a code stream: the main header first, then the tile-parts.
///
/// **Source:** ITU-T T.800 annex A.
final class CodeStreamParser {
    private static final int SOC = 0xFF4F;
    private static final int SIZ = 0xFF51;
    private static final int COD = 0xFF52;
    private static final int COC = 0xFF53;
    private static final int QCD = 0xFF5C;
    private static final int QCC = 0xFF5D;
    private static final int RGN = 0xFF5E;
    private static final int POC = 0xFF5F;
    private static final int PPM = 0xFF60;
    private static final int PPT = 0xFF61;

    /// Markers of ITU-T T.801 annex A, which change how samples are to be read.
    private static final int FIRST_OF_PART_2 = 0xFF70;

    private static final int LAST_OF_PART_2 = 0xFF79;

    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    private final CodeBytes bytes;
    private final SortedMap<Integer, byte[]> packedMain = new TreeMap<>();
    private int at;
    private @Nullable TileParameters main;
    private boolean mainHasChanges;

    CodeStreamParser(CodeBytes bytes) {
        this.bytes = bytes;
    }

    /// Reads up to and with SIZ, which comes first.
    ImageGrid readGrid() throws CodecException {
        at = Jp2Boxes.codeStream(bytes);
        if (bytes.u16(at) != SOC || bytes.u16(at + 2) != SIZ) {
            throw CodecException.corrupt("no JPEG 2000 code stream starts here");
        }
        int end = bytes.segmentEnd(at + 4);
        ImageGrid grid = ImageGrid.read(bytes, at + 6, end);
        main = new TileParameters(grid.components().size());
        at = end;
        return grid;
    }

    /// Reads the rest: the tiles by their numbers; a number without a tile is refused.
    List<TileData> readTiles(ImageGrid grid) throws CodecException {
        TileParameters defaults = java.util.Objects.requireNonNull(main, "the grid is read first");
        readMainHeader(defaults);
        @Nullable TileData[] tiles = new TileData[grid.tiles()];
        PackedHeaders packed = PackedHeaders.of(packedMain.values());
        while (at + 12 <= bytes.length() && bytes.u16(at) == SOT) {
            int number = bytes.u16(at + 4);
            long length = bytes.u32(at + 6);
            long end = length == 0 ? bytes.length() : at + length;
            if (number >= tiles.length || length != 0 && length < 14 || end > bytes.length()) {
                throw end > bytes.length()
                        ? CodecException.truncated("tile-part of tile " + number + " passes the end")
                        : CodecException.corrupt("a tile-part of tile " + number);
            }
            TileData tile = tiles[number];
            if (tile == null) {
                tile = new TileData(defaults.copy());
                tiles[number] = tile;
            }
            readTilePart(tile, packed, (int) end);
        }
        List<TileData> whole = new ArrayList<>();
        for (TileData tile : tiles) {
            if (tile == null) {
                throw CodecException.truncated("tile " + whole.size() + " of " + tiles.length + " is missing");
            }
            whole.add(tile);
        }
        return whole;
    }

    private void readMainHeader(TileParameters defaults) throws CodecException {
        while (bytes.u16(at) != SOT) {
            int marker = bytes.u16(at);
            int end = bytes.segmentEnd(at + 2);
            int body = at + 4;
            if (marker == POC) {
                defaults.readProgressionChanges(bytes, body, end, !mainHasChanges);
                mainHasChanges = true;
            } else if (marker == PPM) {
                packedMain.put(bytes.u8(body), part(body + 1, end));
            } else {
                readParameters(defaults, marker, body, end);
            }
            at = end;
        }
    }

    /// Reads one tile-part whose SOT stands at `at` and which ends at `end`.
    private void readTilePart(TileData tile, PackedHeaders packed, int end) throws CodecException {
        SortedMap<Integer, byte[]> packedTile = new TreeMap<>();
        at += 12;
        while (bytes.u16(at) != SOD) {
            int marker = bytes.u16(at);
            int segmentEnd = bytes.segmentEnd(at + 2);
            int body = at + 4;
            if (segmentEnd > end) {
                throw CodecException.corrupt("a tile-part header passes its end");
            }
            if (marker == POC) {
                tile.parameters.readProgressionChanges(bytes, body, segmentEnd, !tile.hasProgressionChanges);
                tile.hasProgressionChanges = true;
            } else if (marker == PPT) {
                packedTile.put(bytes.u8(body), part(body + 1, segmentEnd));
            } else {
                readParameters(tile.parameters, marker, body, segmentEnd);
            }
            at = segmentEnd;
        }
        at += 2;
        for (byte[] headers : packedTile.values()) {
            tile.packedHeaders.writeBytes(headers);
            tile.hasPackedHeaders = true;
        }
        if (packed.isPresent()) {
            tile.packedHeaders.writeBytes(packed.next());
            tile.hasPackedHeaders = true;
        }
        int packetsEnd = Math.max(at, end);
        if (packetsEnd == bytes.length() && packetsEnd - at >= 2 && bytes.u16(packetsEnd - 2) == EOC) {
            packetsEnd -= 2;
        }
        tile.packets.write(bytes.array(), at, packetsEnd - at);
        at = Math.max(at, end);
    }

    private void readParameters(TileParameters parameters, int marker, int body, int end) throws CodecException {
        switch (marker) {
            case COD -> parameters.readStyle(bytes, body, end);
            case COC -> parameters.readComponentStyle(bytes, body, end);
            case QCD -> parameters.readQuantisation(bytes, body, end);
            case QCC -> parameters.readComponentQuantisation(bytes, body, end);
            case RGN -> parameters.readRegionOfInterest(bytes, body);
            default -> {
                if (marker < 0xFF00) {
                    throw CodecException.corrupt("no marker where one belongs");
                }
                if (marker >= FIRST_OF_PART_2 && marker <= LAST_OF_PART_2) {
                    throw CodecException.unsupported("JPEG 2000 part 2");
                }
            }
        }
    }

    private byte[] part(int from, int end) {
        return java.util.Arrays.copyOfRange(bytes.array(), Math.min(from, end), end);
    }

    /// Packet headers that the main header holds for all tile-parts, in their order.
    ///
    /// **Source:** ITU-T T.800 annex A.7.4.
    private record PackedHeaders(CodeBytes bytes, int[] position) {
        static PackedHeaders of(Iterable<byte[]> segments) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            segments.forEach(joined::writeBytes);
            return new PackedHeaders(new CodeBytes(joined.toByteArray()), new int[1]);
        }

        boolean isPresent() {
            return bytes.length() > 0;
        }

        byte[] next() throws CodecException {
            int from = position[0];
            long end = from + 4 + bytes.u32(from);
            if (end > bytes.length()) {
                throw CodecException.truncated("packed packet headers end early");
            }
            position[0] = (int) end;
            return java.util.Arrays.copyOfRange(bytes.array(), from + 4, (int) end);
        }
    }
}
