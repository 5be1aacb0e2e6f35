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
        while (left > 0) {
            if (block.segments == 0
                    || block.segmentPasses[block.segments - 1] >= style.passesOfSegment(block.segments - 1)) {
                block.openSegment();
            }
            int segment = block.segments - 1;
            int passes = Math.min(left, style.passesOfSegment(segment) - block.segmentPasses[segment]);
            int lengthBits = block.lengthBits + 31 - Integer.numberOfLeadingZeros(passes);
            int length = lengthBits > LONGEST_LENGTH ? -1 : bits.take(lengthBits);
            if (length < 0) {
                throw CodecException.corrupt("a code block of too long a length");
            }
            block.segmentPasses[segment] += passes;
            block.passes += passes;
            left -= passes;
            shares.add(new Share(block, segment, length));
        }
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
