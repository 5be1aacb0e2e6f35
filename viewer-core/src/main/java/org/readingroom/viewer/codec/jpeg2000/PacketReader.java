package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// Reads packets: their headers, and the bytes they bring for code blocks.
///
/// **Source:** ITU-T T.800 annexes B.9 and B.10.
final class PacketReader {
    private static final int SOP = 0x91;
    private static final int EPH = 0x92;
    private static final int SOP_REST = 4;
    private static final int LONGEST_LENGTH = 31;
    private static final int MOST_PLANES = 74;

    private final ByteRun headers;
    private final ByteRun bodies;
    private final boolean headersEnd;
    private final List<Share> shares = new ArrayList<>();

    /// What one packet brings for one segment of a block.
    private record Share(CodeBlock block, int segment, int length) {}

    /// `headers` and `bodies` are the same run unless the headers are packed elsewhere.
    PacketReader(ByteRun headers, ByteRun bodies, boolean headersEnd) {
        this.headers = headers;
        this.bodies = bodies;
        this.headersEnd = headersEnd;
    }

    /// Reads the packet of `layer` for one precinct of `resolution`.
    void read(int layer, Resolution resolution, int precinct, CodingStyle style) throws CodecException {
        bodies.skipMarker(SOP, SOP_REST);
        shares.clear();
        PacketBits bits = new PacketBits(headers);
        if (bits.take() == 1) {
            for (Subband subband : resolution.subbands()) {
                CodeBlock.Group group = subband.groups().get(precinct);
                for (int i = 0; i < group.blocks.size(); i++) {
                    readBlock(bits, group, i, layer, style);
                }
            }
        }
        bits.finish();
        if (headersEnd) {
            headers.skipMarker(EPH, 0);
        }
        for (Share share : shares) {
            if (share.length > bodies.left()) {
                throw CodecException.truncated("a packet body ends early");
            }
            share.block.append(share.segment, bodies.bytes, bodies.at, share.length);
            bodies.at += share.length;
        }
    }

    private void readBlock(PacketBits bits, CodeBlock.Group group, int index, int layer, CodingStyle style)
            throws CodecException {
        CodeBlock block = group.blocks.get(index);
        int x = index % group.across;
        int y = index / group.across;
        if (block.isIncluded) {
            if (bits.take() == 0) {
                return;
            }
        } else {
            if (!group.inclusion.isBelow(layer + 1, x, y, bits)) {
                return;
            }
            block.isIncluded = true;
            int planes = 1;
            while (!group.zeroPlanes.isBelow(planes, x, y, bits)) {
                if (++planes > MOST_PLANES) {
                    throw CodecException.corrupt("a code block of too many empty bit-planes");
                }
            }
            block.zeroPlanes = planes - 1;
        }
        int left = passes(bits);
        while (bits.take() == 1) {
            if (++block.lengthBits > LONGEST_LENGTH) {
                throw CodecException.corrupt("a code block of too long a length");
            }
        }
        if (style.has(CodingStyle.HIGH_THROUGHPUT) && block.awaitsCleanup) {
            left -= readFirstCleanup(bits, block, left);
        }
        while (left > 0) {
            if (block.segments == 0
                    || block.segmentPasses[block.segments - 1] >= style.passesOfSegment(block.segments - 1)) {
                block.openSegment();
            }
            int segment = block.segments - 1;
            int passes = Math.min(left, style.passesOfSegment(segment) - block.segmentPasses[segment]);
            addShare(block, segment, passes, length(bits, block.lengthBits + log2(passes)));
            left -= passes;
        }
    }

    /// Reads how long the first cleanup pass of a high-throughput block is, with the passes without bytes before it,
    /// and returns how many of `passes` these are.
    ///
    /// Without a length they are all without bytes, and the cleanup pass is still to come.
    ///
    /// **Source:** ITU-T T.814 annex B.
    private int readFirstCleanup(PacketBits bits, CodeBlock block, int passes) throws CodecException {
        int refinements = (block.passes + passes - 1) % 3;
        int counted = refinements < passes ? passes - refinements : passes;
        int length = length(bits, block.lengthBits + log2(counted));
        if (length == 0 && counted < passes) {
            length = length(bits, log2(passes) - log2(counted));
            counted = passes;
        }
        if (length > 0 && (block.passes + counted) % 3 != 1) {
            throw CodecException.corrupt("a high-throughput block that starts with a refinement");
        }
        if (block.segments == 0) {
            block.openSegment();
        }
        block.awaitsCleanup = length == 0;
        addShare(block, 0, counted, length);
        return counted;
    }

    private void addShare(CodeBlock block, int segment, int passes, int length) {
        block.segmentPasses[segment] += passes;
        block.passes += passes;
        shares.add(new Share(block, segment, length));
    }

    private static int length(PacketBits bits, int width) throws CodecException {
        int length = width > LONGEST_LENGTH ? -1 : bits.take(width);
        if (length < 0) {
            throw CodecException.corrupt("a code block of too long a length");
        }
        return length;
    }

    private static int log2(int count) {
        return 31 - Integer.numberOfLeadingZeros(count);
    }

    /// **Source:** ITU-T T.800 table B.4.
    private static int passes(PacketBits bits) throws CodecException {
        if (bits.take() == 0) {
            return 1;
        }
        if (bits.take() == 0) {
            return 2;
        }
        int more = bits.take(2);
        if (more < 3) {
            return 3 + more;
        }
        more = bits.take(5);
        return more < 31 ? 6 + more : 37 + bits.take(7);
    }
}
