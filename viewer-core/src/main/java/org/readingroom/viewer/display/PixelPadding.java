package org.readingroom.viewer.display;

/// Stored values that mean "no image here": outside the reconstruction circle, beside a scanned film.
///
/// Padding is shown black (white when inverse), and counts in no statistic.
///
/// **Range:** both ends belong to it; `low <= high`.
/// **Source:** Pixel Padding Value (0028,0120) and Range Limit (0028,0121), DICOM PS3.3 section C.7.5.1.1.2.
public record PixelPadding(int low, int high) {
    public PixelPadding {
        if (low > high) {
            throw new IllegalArgumentException("pixel padding from " + low + " to " + high);
        }
    }

    public boolean contains(int storedValue) {
        return storedValue >= low && storedValue <= high;
    }
}
