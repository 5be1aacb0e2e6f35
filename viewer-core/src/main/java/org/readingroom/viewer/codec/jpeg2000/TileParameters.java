package org.readingroom.viewer.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.codec.CodeBytes;
import org.readingroom.viewer.codec.CodecException;

/// What the marker segments of a header say about coding; a tile starts with the main header's and changes its own.
///
/// A segment for one component goes before one for all, whichever comes first.
///
/// **Source:** ITU-T T.800 annex A.6.
final class TileParameters {
    private static final int OWN_PRECINCTS = 1;
    private static final int END_OF_HEADER = 4;

    private final int components;
    private final @Nullable CodingStyle[] styles;
    private final @Nullable Quantisation[] quantisations;
    private final boolean[] ownStyle;
    private final boolean[] ownQuantisation;
    private final int[] regionShifts;
    private final List<Progression> changes = new ArrayList<>();
    private int order;
    private int layers;
    private boolean componentsMixed;
    private boolean headersEnd;

    TileParameters(int components) {
        this.components = components;
        this.styles = new CodingStyle[components];
        this.quantisations = new Quantisation[components];
        this.ownStyle = new boolean[components];
        this.ownQuantisation = new boolean[components];
        this.regionShifts = new int[components];
    }

    /// A tile's own copy, free to be changed.
    TileParameters copy() {
        TileParameters copy = new TileParameters(components);
        System.arraycopy(styles, 0, copy.styles, 0, components);
        System.arraycopy(quantisations, 0, copy.quantisations, 0, components);
        System.arraycopy(regionShifts, 0, copy.regionShifts, 0, components);
        copy.changes.addAll(changes);
        copy.order = order;
        copy.layers = layers;
        copy.componentsMixed = componentsMixed;
        copy.headersEnd = headersEnd;
        return copy;
    }

    void readStyle(CodeBytes bytes, int at, int end) throws CodecException {
        int flags = bytes.u8(at);
        order = bytes.u8(at + 1);
        layers = bytes.u16(at + 2);
        componentsMixed = bytes.u8(at + 4) == 1;
        headersEnd = (flags & END_OF_HEADER) != 0;
        if (order > Progression.COMPONENT_POSITION || layers == 0 || bytes.u8(at + 4) > 1) {
            throw CodecException.corrupt("JPEG 2000 progression " + order + " of " + layers + " layers");
        }
        CodingStyle style = CodingStyle.read(bytes, at + 5, end, (flags & OWN_PRECINCTS) != 0);
        for (int c = 0; c < components; c++) {
            if (!ownStyle[c]) {
                styles[c] = style;
            }
        }
    }

    void readComponentStyle(CodeBytes bytes, int at, int end) throws CodecException {
        int component = component(bytes, at);
        styles[component] = CodingStyle.read(bytes, at + 2, end, (bytes.u8(at + 1) & OWN_PRECINCTS) != 0);
        ownStyle[component] = true;
    }

    void readQuantisation(CodeBytes bytes, int at, int end) throws CodecException {
        Quantisation quantisation = Quantisation.read(bytes, at, end);
        for (int c = 0; c < components; c++) {
            if (!ownQuantisation[c]) {
                quantisations[c] = quantisation;
            }
        }
    }

    void readComponentQuantisation(CodeBytes bytes, int at, int end) throws CodecException {
        int component = component(bytes, at);
        quantisations[component] = Quantisation.read(bytes, at + 1, end);
        ownQuantisation[component] = true;
    }

    void readRegionOfInterest(CodeBytes bytes, int at) throws CodecException {
        int component = component(bytes, at);
        if (bytes.u8(at + 1) != 0) {
            throw CodecException.unsupported("JPEG 2000 region of interest style " + bytes.u8(at + 1));
        }
        regionShifts[component] = bytes.u8(at + 2);
    }

    /// `isFirst` when this is the first such segment of its header: it replaces what the main header said.
    void readProgressionChanges(CodeBytes bytes, int at, int end, boolean isFirst) throws CodecException {
        if (isFirst) {
            changes.clear();
        }
        for (int entry = at; entry + 7 <= end; entry += 7) {
            int endComponent = bytes.u8(entry + 5);
            int kind = bytes.u8(entry + 6);
            if (kind > Progression.COMPONENT_POSITION) {
                throw CodecException.corrupt("JPEG 2000 progression " + kind);
            }
            changes.add(new Progression(
                    kind,
                    bytes.u8(entry),
                    bytes.u8(entry + 1),
                    bytes.u16(entry + 2),
                    bytes.u8(entry + 4),
                    endComponent == 0 ? components : Math.min(endComponent, components)));
        }
    }

    private int component(CodeBytes bytes, int at) throws CodecException {
        int component = bytes.u8(at);
        if (component >= components) {
            throw CodecException.corrupt("parameters of component " + component);
        }
        return component;
    }

    CodingStyle style(int component) throws CodecException {
        CodingStyle style = styles[component];
        if (style == null) {
            throw CodecException.corrupt("a JPEG 2000 header without coding style");
        }
        return style;
    }

    Quantisation quantisation(int component) throws CodecException {
        Quantisation quantisation = quantisations[component];
        if (quantisation == null) {
            throw CodecException.corrupt("a JPEG 2000 header without quantisation");
        }
        return quantisation;
    }

    int regionShift(int component) {
        return regionShifts[component];
    }

    int layers() {
        return layers;
    }

    /// Whether the first three components are coded as luminance and differences.
    boolean componentsMixed() {
        return componentsMixed;
    }

    /// Whether every packet header ends in a marker.
    boolean headersEnd() {
        return headersEnd;
    }

    /// The runs of packets, in order.
    List<Progression> progressions() {
        return changes.isEmpty() ? List.of(new Progression(order, 0, 0, layers, 33, components)) : List.copyOf(changes);
    }

    @Override
    public String toString() {
        return "order " + order + ", layers " + layers + ", " + Arrays.toString(styles);
    }
}
