package org.readingroom.viewer.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// All folders of a disc in one list, by which readers find one without going down the tree.
///
/// **Source:** ECMA-119 section 9.4.
final class IsoPathTable {
    private static final int RECORD = 8;

    private IsoPathTable() {}

    static int size(List<IsoFolder> folders) {
        return folders.stream().mapToInt(folder -> length(name(folder).length)).sum();
    }

    private static int length(int nameLength) {
        return RECORD + nameLength + nameLength % 2;
    }

    private static byte[] name(IsoFolder folder) {
        return folder.name().isEmpty() ? new byte[] {0} : folder.name().getBytes(StandardCharsets.US_ASCII);
    }

    /// `folders` breadth first, the root first.
    static byte[] of(List<IsoFolder> folders, boolean isBigEndian) {
        ByteBuffer out =
                ByteBuffer.allocate(size(folders)).order(isBigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (IsoFolder folder : folders) {
            byte[] name = name(folder);
            out.put((byte) name.length).put((byte) 0).putInt(folder.sector());
            out.putShort((short) (folders.indexOf(folder.parent()) + 1));
            out.put(name);
            if (name.length % 2 == 1) {
                out.put((byte) 0);
            }
        }
        return out.array();
    }
}
