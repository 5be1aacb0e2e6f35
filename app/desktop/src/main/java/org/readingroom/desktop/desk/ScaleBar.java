package org.readingroom.desktop.desk;

/// Picks the round length a scale bar stands for.
// [impl->req~desk.scale-bar~1]
record ScaleBar(double lengthMm, double pixels) {
    private static final double[] ROUND = {0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500};

    /// The longest round length that fits into `room` logical pixels.
    static ScaleBar fitting(double mmPerPixel, double room) {
        double best = ROUND[0];
        for (double length : ROUND) {
            if (length / mmPerPixel <= room) {
                best = length;
            }
        }
        return new ScaleBar(best, best / mmPerPixel);
    }

    /// Such as `5 cm` or `2 mm`.
    String label() {
        return lengthMm >= 10 ? CornerText.number(lengthMm / 10) + " cm" : CornerText.number(lengthMm) + " mm";
    }
}
