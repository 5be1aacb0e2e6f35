package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import org.readingroom.viewer.codec.CodecException;
import org.readingroom.viewer.codec.CodecLimits;

/// Decodes the samples of one tile-component out of its code blocks, before components are mixed and levels shifted.
///
/// **Source:** ITU-T T.800 annexes D, E, F and H.
final class ComponentDecoder {
    private final TileComponent component;

    ComponentDecoder(TileComponent component) {
        this.component = component;
    }

    /// Rows of whole numbers, of a component coded reversibly.
    List<int[]> reversible() throws CodecException {
        return decode(new ReversibleWavelet(component.area().width()));
    }

    /// Rows of a component coded irreversibly.
    List<float[]> irreversible() throws CodecException {
        return decode(new IrreversibleWavelet(component.area().width()));
    }

    private <L> List<L> decode(Wavelet<L> wavelet) throws CodecException {
        BlockDecoder decoder = BlockDecoder.of(component.style());
        List<L> bands = new ArrayList<>();
        for (Resolution resolution : component.resolutions()) {
            for (Subband subband : resolution.subbands()) {
                Area area = subband.area();
                L band = wavelet.band(area.width() * area.height());
                for (CodeBlock.Group group : subband.groups()) {
                    for (CodeBlock block : group.blocks) {
                        if (!block.isEmpty(component.style())) {
                            CodecLimits.stopIfInterrupted();
                            decodeBlock(decoder, block, subband, wavelet, band);
                        }
                    }
                }
                bands.add(band);
            }
        }
        return wavelet.synthesise(component.resolutions(), bands);
    }

    private <L> void decodeBlock(BlockDecoder decoder, CodeBlock block, Subband subband, Wavelet<L> wavelet, L band)
            throws CodecException {
        int shift = component.regionShift();
        decoder.decode(block, subband.orientation(), subband.planes() + shift, component.style());
        int count = decoder.stride() * block.area.height();
        if (shift > 0) {
            lowerRegion(decoder.values(), count, shift);
        }
        wavelet.dequantise(decoder.values(), count, subband.step());
        int width = subband.area().width();
        int at = (block.area.y0() - subband.area().y0()) * width
                + block.area.x0()
                - subband.area().x0();
        for (int y = 0; y < block.area.height(); y++) {
            wavelet.store(y * decoder.stride(), block.area.width(), band, at + y * width);
        }
    }

    /// Brings coefficients of the region of interest, which lie above all others, back to their size.
    ///
    /// **Source:** ITU-T T.800 annex H.1; values have one fraction bit.
    private static void lowerRegion(int[] values, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int magnitude = Math.abs(values[i]);
            if (magnitude >> 1 >= 1L << shift) {
                int lowered = magnitude >> shift;
                values[i] = values[i] < 0 ? -lowered : lowered;
            }
        }
    }
}
