package org.readingroom.viewer.presentation;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/// The profile of sRGB as an input device, which a colour presentation state has to bring.
///
/// **Source:** DICOM PS3.3 section C.11.15, ICC.1 section 7.2.
final class StandardRgb {
    /// Where the header of a profile says its class.
    private static final int CLASS_AT = 12;

    private StandardRgb() {}

    static byte[] profile() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] input = {'s', 'c', 'n', 'r'};
        System.arraycopy(input, 0, profile, CLASS_AT, input.length);
        return profile;
    }
}
