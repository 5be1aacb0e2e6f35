package org.readingroom.viewer.codec.jpeg2000;

import java.util.Arrays;
import java.util.List;

/// One code block: where it lies in its subband and what packets brought for it.
final class CodeBlock {
    final Area area;
    boolean isIncluded;
    int zeroPlanes;
    int lengthBits = 3;
    int passes;

    /// Whether a high-throughput block has brought nothing but passes without bytes so far.
    boolean awaitsCleanup = true;

    /// Passes and bytes of each codeword segment.
    int[] segmentPasses = new int[1];

    int[] segmentBytes = new int[1];
    int segments;

    byte[] data = new byte[0];
    int dataLength;

    CodeBlock(Area area) {
        this.area = area;
    }

    /// Whether no packet brought anything to decode.
    boolean isEmpty(CodingStyle style) {
        return passes == 0 || style.has(CodingStyle.HIGH_THROUGHPUT) && awaitsCleanup;
    }

    void openSegment() {
        if (segments == segmentPasses.length) {
            segmentPasses = Arrays.copyOf(segmentPasses, 2 * segments);
            segmentBytes = Arrays.copyOf(segmentBytes, 2 * segments);
        }
        segments++;
    }

    void append(int segment, byte[] source, int from, int length) {
        if (dataLength + length > data.length) {
            data = Arrays.copyOf(data, Math.max(dataLength + length, dataLength + dataLength / 2));
        }
        System.arraycopy(source, from, data, dataLength, length);
        dataLength += length;
        segmentBytes[segment] += length;
    }

    /// The blocks of one subband in one precinct, with the trees that announce them.
    static final class Group {
        static final Group EMPTY = new Group(0, 0, List.of());

        final int across;
        final List<CodeBlock> blocks;
        final TagTree inclusion;
        final TagTree zeroPlanes;

        Group(int across, int down, List<CodeBlock> blocks) {
            this.across = across;
            this.blocks = blocks;
            this.inclusion = new TagTree(across, down);
            this.zeroPlanes = new TagTree(across, down);
        }
    }
}
