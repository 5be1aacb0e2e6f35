package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// Decodes one tile: packets, code blocks, wavelet, component mixing, level shift.
///
/// **Source:** ITU-T T.800 annexes B, E, G and H.
final class TileDecoder {
    private final TileData data;
    private final List<TileComponent> components = new ArrayList<>();
    private final Area tile;

    /// Lays the tile out. **Errors:** [CodecException] when its header asks for a senseless layout.
    TileDecoder(ImageGrid grid, int number, TileData data, Resolution.Budget budget) throws CodecException {
        this.data = data;
        this.tile = grid.tile(number);
        for (int c = 0; c < grid.components().size(); c++) {
            components.add(TileComponent.of(tile, c, grid.components().get(c), data.parameters, budget));
        }
    }

    /// Rows of samples of each component, over its own area.
    List<List<int[]>> decode() throws CodecException {
        readPackets();
        List<List<int[]>> samples = new ArrayList<>();
        if (data.parameters.componentsMixed()) {
            requireAlike();
            samples.addAll(components.getFirst().style().isReversible() ? mixedReversibly() : mixedIrreversibly());
        }
        for (TileComponent component : components.subList(samples.size(), components.size())) {
            ComponentDecoder decoder = new ComponentDecoder(component);
            samples.add(component.style().isReversible() ? decoder.reversible() : rounded(decoder.irreversible()));
        }
        for (int c = 0; c < samples.size(); c++) {
            for (int[] row : samples.get(c)) {
                shiftLevel(row, components.get(c).component());
            }
        }
        return samples;
    }

    private List<List<int[]>> mixedReversibly() throws CodecException {
        List<List<int[]>> three = new ArrayList<>();
        for (TileComponent component : components.subList(0, 3)) {
            three.add(new ComponentDecoder(component).reversible());
        }
        ComponentMixing.reversible(three.get(0), three.get(1), three.get(2));
        return three;
    }

    private List<List<int[]>> mixedIrreversibly() throws CodecException {
        List<List<float[]>> three = new ArrayList<>();
        for (TileComponent component : components.subList(0, 3)) {
            three.add(new ComponentDecoder(component).irreversible());
        }
        ComponentMixing.irreversible(three.get(0), three.get(1), three.get(2));
        List<List<int[]>> samples = new ArrayList<>();
        for (List<float[]> rows : three) {
            samples.add(rounded(rows));
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

    private static List<int[]> rounded(List<float[]> rows) {
        List<int[]> whole = new ArrayList<>();
        for (float[] row : rows) {
            int[] samples = new int[row.length];
            for (int x = 0; x < row.length; x++) {
                samples[x] = (int) Math.rint(row[x]);
            }
            whole.add(samples);
        }
        return whole;
    }

    private static void shiftLevel(int[] samples, ImageGrid.Component component) {
        int half = 1 << (component.precision() - 1);
        int shift = component.isSigned() ? 0 : half;
        for (int x = 0; x < samples.length; x++) {
            samples[x] = Math.max(-half, Math.min(half - 1, samples[x])) + shift;
        }
    }
}
