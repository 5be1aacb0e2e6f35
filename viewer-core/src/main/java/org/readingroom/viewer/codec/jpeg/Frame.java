package org.readingroom.viewer.codec.jpeg;

import java.util.List;

/// The frame header: size, precision, components.
///
/// **Source:** ITU-T T.81 annex B.2.2.
record Frame(int rows, int columns, int precision, List<Component> components) {
    Frame {
        components = List.copyOf(components);
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
