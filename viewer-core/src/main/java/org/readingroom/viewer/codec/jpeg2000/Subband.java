package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/// One subband of a tile-component: its area, its bit-planes, and its code blocks by precinct.
///
/// `orientation` is 0 for LL, 1 for HL, 2 for LH, 3 for HH.
record Subband(Area area, int orientation, int planes, float step, List<CodeBlock.Group> groups) {
    Subband {
        groups = List.copyOf(groups);
    }

    int highX() {
        return orientation & 1;
    }

    int highY() {
        return orientation >> 1;
    }

    /// Cuts the part of a subband that lies in one precinct into code blocks.
    static CodeBlock.Group group(Area part, int widthBits, int heightBits) {
        if (part.isEmpty()) {
            return CodeBlock.Group.EMPTY;
        }
        int left = part.x0() >> widthBits;
        int top = part.y0() >> heightBits;
        int across = Area.ceilShift(part.x1(), widthBits) - left;
        int down = Area.ceilShift(part.y1(), heightBits) - top;
        List<CodeBlock> blocks = new ArrayList<>(across * down);
        for (int y = top; y < top + down; y++) {
            for (int x = left; x < left + across; x++) {
                blocks.add(new CodeBlock(new Area(
                        Math.max(part.x0(), x << widthBits),
                        Math.max(part.y0(), y << heightBits),
                        (int) Math.min(part.x1(), (x + 1L) << widthBits),
                        (int) Math.min(part.y1(), (y + 1L) << heightBits))));
            }
        }
        return new CodeBlock.Group(across, down, blocks);
    }
}
