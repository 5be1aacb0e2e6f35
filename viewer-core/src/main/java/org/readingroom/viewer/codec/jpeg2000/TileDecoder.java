package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// Decodes one tile: packets, code blocks, wavelet, component mixing, level shift.
///
/// **Source:** ITU-T T.800 annexes B, E, G and H.
final class TileDecoder {
    private final TileData data;
    private final List<TileComponent> components = new ArrayList<>();
    private final Area tile;

    /// Lays the tile out. **Errors:** [CodecException] when its header asks for a senseless layout.
    TileDecoder(ImageGrid grid, int number, TileData data) throws CodecException {
        this.data = data;
        this.tile = grid.tile(number);
        for (int c = 0; c < grid.components().size(); c++) {
            components.add(TileComponent.of(tile, c, grid.components().get(c), data.parameters));
        }
    }

    /// Samples of each component, row-major over its own area.
    int[][] decode() throws CodecException {
        readPackets();
        boolean mixed = data.parameters.componentsMixed();
        if (mixed) {
            requireAlike();
        }
        int[][] samples = new int[components.size()][];
        if (mixed && !components.getFirst().style().isReversible()) {
            float[][] lossy = new float[3][];
            for (int c = 0; c < 3; c++) {
                lossy[c] = coefficientsAsFloat(components.get(c));
            }
            ComponentMixing.irreversible(lossy[0], lossy[1], lossy[2]);
            for (int c = 0; c < 3; c++) {
                samples[c] = rounded(lossy[c]);
            }
        } else {
            for (int c = 0; c < (mixed ? 3 : 0); c++) {
                samples[c] = coefficientsAsInt(components.get(c));
            }
            if (mixed) {
                ComponentMixing.reversible(samples[0], samples[1], samples[2]);
            }
        }
        for (int c = mixed ? 3 : 0; c < samples.length; c++) {
            TileComponent component = components.get(c);
            samples[c] = component.style().isReversible()
                    ? coefficientsAsInt(component)
                    : rounded(coefficientsAsFloat(component));
        }
        for (int c = 0; c < samples.length; c++) {
            shiftLevel(samples[c], components.get(c).component());
        }
        return samples;
    }

    Area area(int component) {
        return components.get(component).area();
    }

    private void requireAlike() throws CodecException {
        if (components.size() < 3) {
            throw CodecException.corrupt("mixed components of " + components.size());
        }
        TileComponent first = components.getFirst();
        for (TileComponent other : components.subList(1, 3)) {
            if (!other.area().equals(first.area())
                    || other.style().isReversible() != first.style().isReversible()) {
                throw CodecException.corrupt("mixed components that differ");
            }
        }
    }

    private void readPackets() throws CodecException {
        ByteRun bodies = new ByteRun(data.packets.toByteArray());
        ByteRun headers = data.hasPackedHeaders ? new ByteRun(data.packedHeaders.toByteArray()) : bodies;
        PacketReader reader = new PacketReader(headers, bodies, data.parameters.headersEnd());
        PacketOrder order = new PacketOrder(tile, components);
        for (Progression run : data.parameters.progressions()) {
            order.walk(run, data.parameters.layers(), (layer, component, resolution, precinct) -> {
                TileComponent of = components.get(component);
                Resolution part = of.resolutions().get(resolution);
                if (part.nextLayers()[precinct] == layer) {
                    reader.read(layer, part, precinct, of.style());
                    part.nextLayers()[precinct]++;
                }
            });
        }
    }

    private int[] coefficientsAsInt(TileComponent component) throws CodecException {
        int[] coefficients = new int[component.area().width() * component.area().height()];
        int stride = component.area().width();
        eachBlock(component, (values, block, at, step) -> {
            int width = block.width();
            for (int y = 0, from = 0; y < block.height(); y++) {
                for (int x = 0; x < width; x++, from++) {
                    coefficients[at + y * stride + x] = values[from] / 2;
                }
            }
        });
        ReversibleWavelet.synthesise(coefficients, stride, component.resolutions());
        return coefficients;
    }

    private float[] coefficientsAsFloat(TileComponent component) throws CodecException {
        float[] coefficients =
                new float[component.area().width() * component.area().height()];
        int stride = component.area().width();
        eachBlock(component, (values, block, at, step) -> {
            float half = step * 0.5f;
            int width = block.width();
            for (int y = 0, from = 0; y < block.height(); y++) {
                for (int x = 0; x < width; x++, from++) {
                    coefficients[at + y * stride + x] = values[from] * half;
                }
            }
        });
        IrreversibleWavelet.synthesise(coefficients, stride, component.resolutions());
        return coefficients;
    }

    private interface BlockSink {
        /// `at` is where the block starts among the coefficients of its tile-component.
        void accept(int[] values, Area block, int at, float step);
    }

    private static void eachBlock(TileComponent component, BlockSink sink) throws CodecException {
        BlockDecoder decoder = new BlockDecoder();
        int stride = component.area().width();
        for (int r = 0; r < component.resolutions().size(); r++) {
            for (Subband subband : component.resolutions().get(r).subbands()) {
                Area low = r == 0
                        ? subband.area()
                        : component.resolutions().get(r - 1).area();
                int left = subband.highX() * low.width() - subband.area().x0();
                int top = subband.highY() * low.height() - subband.area().y0();
                for (CodeBlock.Group group : subband.groups()) {
                    for (CodeBlock block : group.blocks) {
                        if (block.passes == 0) {
                            continue;
                        }
                        CodecLimits.stopIfInterrupted();
                        decoder.decode(
                                block,
                                subband.orientation(),
                                subband.planes(),
                                component.regionShift(),
                                component.style());
                        if (component.regionShift() > 0) {
                            lowerRegion(decoder.values(), block.area, component.regionShift());
                        }
                        int at = (top + block.area.y0()) * stride + left + block.area.x0();
                        sink.accept(decoder.values(), block.area, at, subband.step());
                    }
                }
            }
        }
    }

    /// Brings coefficients of the region of interest, which lie above all others, back to their size.
    ///
    /// **Source:** ITU-T T.800 annex H.1; values have one fraction bit.
    private static void lowerRegion(int[] values, Area block, int shift) {
        for (int i = 0; i < block.width() * block.height(); i++) {
            int magnitude = Math.abs(values[i]);
            if (magnitude >> 1 >= 1L << shift) {
                int lowered = magnitude >> shift;
                values[i] = values[i] < 0 ? -lowered : lowered;
            }
        }
    }

    private static int[] rounded(float[] values) {
        int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) Math.rint(values[i]);
        }
        return whole;
    }

    private static void shiftLevel(int[] samples, ImageGrid.Component component) {
        int half = 1 << (component.precision() - 1);
        int shift = component.isSigned() ? 0 : half;
        int low = component.isSigned() ? -half : 0;
        int high = component.isSigned() ? half - 1 : 2 * half - 1;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = Math.clamp((long) samples[i] + shift, low, high);
        }
    }
}
