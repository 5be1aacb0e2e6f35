package org.readingroom.viewer.greyscale;

/// The Grayscale Standard Display Function: which luminance an index of just noticeable differences stands for.
///
/// **Range:** indices 1 to 1023 are luminances 0.05 to 3993.4 cd/m².
/// **Source:** DICOM PS3.14 section 7.1; the formulas and all coefficients are from there.
// [impl->req~view.gsdf~1]
public final class Gsdf {
    public static final double LOWEST_INDEX = 1;
    public static final double HIGHEST_INDEX = 1023;

    private Gsdf() {}

    /// The luminance in cd/m² of an index, which need not be whole; indices outside the range take its ends.
    public static double luminance(double index) {
        double j = Math.log(Math.clamp(index, LOWEST_INDEX, HIGHEST_INDEX));
        double above = -1.3011877 + j * (8.0242636e-2 + j * (1.3646699e-1 + j * (-2.5468404e-2 + j * 1.3635334e-3)));
        double below = 1
                + j
                        * (-2.5840191e-2
                                + j * (-1.0320229e-1 + j * (2.8745620e-2 + j * (-3.1978977e-3 + j * 1.2992634e-4))));
        return Math.pow(10, above / below);
    }

    /// The index of a luminance in cd/m²: the one that [#luminance] gives it for.
    ///
    /// Found by halving, note 3 of the section; the published inverse is only good to a few hundredths of an index.
    public static double index(double luminance) {
        double low = LOWEST_INDEX;
        double high = HIGHEST_INDEX;
        while (high - low > 1e-9) {
            double middle = (low + high) / 2;
            if (luminance(middle) < luminance) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
