package org.readingroom.viewer.codec.jpeg;

import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// Walks the blocks of a DCT scan in the order they are coded: one component row by row, several MCU by MCU.
///
/// **Source:** ITU-T T.81 annex A.2.
final class McuOrder {
    private final Frame frame;
    private final int[] components;
    private final EntropyBits bits;

    /// `components` are numbers of components in the frame.
    McuOrder(Frame frame, int[] components, EntropyBits bits) {
        this.frame = frame;
        this.components = components;
        this.bits = bits;
    }

    /// What is done with the blocks.
    interface Blocks {
        /// Predictions start afresh.
        void restart() throws CodecException;

        /// Decodes the block at `x`, `y` of the component that is number `part` in the scan.
        void block(int part, int x, int y) throws CodecException;
    }

    /// `interval` is the number of MCUs between restart markers, 0 for none.
    void walk(Blocks blocks, int interval) throws CodecException {
        List<Component> all = frame.components();
        Component first = all.get(components[0]);
        boolean alone = components.length == 1;
        int across = alone ? Frame.ceil(frame.width(first), 8) : frame.mcusAcross();
        int down = alone ? Frame.ceil(frame.height(first), 8) : frame.mcusDown();
        Restarts restarts = new Restarts(bits, interval);
        for (int y = 0; y < down; y++) {
            CodecLimits.stopIfInterrupted();
            for (int x = 0; x < across; x++) {
                if (restarts.isDue()) {
                    blocks.restart();
                }
                if (alone) {
                    blocks.block(0, x, y);
                    continue;
                }
                for (int part = 0; part < components.length; part++) {
                    Component component = all.get(components[part]);
                    mcuPart(blocks, part, x * component.horizontal(), y * component.vertical(), component);
                }
            }
        }
    }

    private static void mcuPart(Blocks blocks, int part, int left, int top, Component component) throws CodecException {
        for (int v = 0; v < component.vertical(); v++) {
            for (int h = 0; h < component.horizontal(); h++) {
                blocks.block(part, left + h, top + v);
            }
        }
    }
}
