package org.readingroom.viewer.codec.jpeg;

import java.util.List;
import org.readingroom.viewer.codec.CodecException;

/// The frame header: size, precision, components.
///
/// **Source:** ITU-T T.81 annex B.2.2.
record Frame(int rows, int columns, int precision, List<Component> components) {
    Frame {
        components = List.copyOf(components);
    }

    /// The number of the component that calls itself `id`.
    int indexOf(int id) throws CodecException {
        for (int i = 0; i < components.size(); i++) {
            if (components.get(i).id() == id) {
                return i;
            }
        }
        throw CodecException.corrupt("a scan of an unknown component");
    }

    int mostHorizontal() {
        return components.stream().mapToInt(Component::horizontal).max().orElse(1);
    }

    int mostVertical() {
        return components.stream().mapToInt(Component::vertical).max().orElse(1);
    }

    int mcusAcross() {
        return ceil(columns, 8 * mostHorizontal());
    }

    int mcusDown() {
        return ceil(rows, 8 * mostVertical());
    }

    /// Samples of a component across and down, before padding to whole blocks.
    int width(Component component) {
        return ceil(columns * component.horizontal(), mostHorizontal());
    }

    int height(Component component) {
        return ceil(rows * component.vertical(), mostVertical());
    }

    static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }
}
