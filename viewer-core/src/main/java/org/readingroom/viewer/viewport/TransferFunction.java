package org.readingroom.viewer.viewport;

import java.util.List;

/// How modality values become colour and opacity in a volume rendering: straight lines between nodes, the
/// first and last held beyond.
///
/// **Units:** `opacityPerMm` is the part of the light that a millimetre of the value takes away.
/// **Order:** nodes rise in value.
public record TransferFunction(List<Node> nodes) {
    /// Colour as 0xRRGGBB.
    public record Node(double value, int rgb, double opacityPerMm) {
        public Node {
            if (!(opacityPerMm >= 0 && opacityPerMm <= 1) || !Double.isFinite(value)) {
                throw new IllegalArgumentException("value " + value + ", opacity " + opacityPerMm);
            }
        }
    }

    public TransferFunction {
        nodes = List.copyOf(nodes);
        if (nodes.size() < 2) {
            throw new IllegalArgumentException("a transfer function needs two nodes");
        }
        for (int i = 1; i < nodes.size(); i++) {
            if (!(nodes.get(i).value() > nodes.get(i - 1).value())) {
                throw new IllegalArgumentException("nodes do not rise in value");
            }
        }
    }

    public double lowest() {
        return nodes.getFirst().value();
    }

    public double highest() {
        return nodes.getLast().value();
    }

    /// Red, green, blue (0 to 1) and opacity per millimetre at a value.
    public double[] at(double value) {
        int i = 1;
        while (i < nodes.size() - 1 && nodes.get(i).value() < value) {
            i++;
        }
        Node a = nodes.get(i - 1);
        Node b = nodes.get(i);
        double part = Math.clamp((value - a.value()) / (b.value() - a.value()), 0, 1);
        double[] all = new double[4];
        for (int c = 0; c < 3; c++) {
            int shift = 16 - 8 * c;
            double from = a.rgb() >> shift & 0xFF;
            double to = b.rgb() >> shift & 0xFF;
            all[c] = (from + part * (to - from)) / 255;
        }
        all[3] = a.opacityPerMm() + part * (b.opacityPerMm() - a.opacityPerMm());
        return all;
    }

    /// The same shape moved from its own range to another, for values that are no Hounsfield units.
    public TransferFunction over(double low, double high) {
        double scale = (high - low) / (highest() - lowest());
        return new TransferFunction(nodes.stream()
                .map(n -> new Node(low + (n.value() - lowest()) * scale, n.rgb(), n.opacityPerMm()))
                .toList());
    }
}
