package org.readingroom.viewer.display;

import java.util.List;

/// How one frame of a digital subtraction run is made: the mean of the mask frames is taken from the mean of the
/// contrast
/// frames.
///
/// `isLinearIntensity` says that the values are proportional to the intensity of the rays, Pixel Intensity Relationship
/// (0028,1040) LIN. `explanation` is the file's word for the operation, or empty. `isRecommended` says that the file
/// wants the subtracted
/// picture shown first, Recommended Viewing Mode (0028,1090) SUB.
///
/// **Space:** frames count from zero, in the order of the file. The mask is moved by `shiftDown` rows and `shiftRight`
/// columns, parts of a pixel included, before it is taken off.
/// **Source:** DICOM PS3.3 section C.7.6.10.
public record MaskSubtraction(
        List<Integer> contrastFrames,
        List<Integer> maskFrames,
        double shiftDown,
        double shiftRight,
        boolean isLinearIntensity,
        String explanation,
        boolean isRecommended) {
    public MaskSubtraction {
        contrastFrames = List.copyOf(contrastFrames);
        maskFrames = List.copyOf(maskFrames);
        if (contrastFrames.isEmpty() || maskFrames.isEmpty() || !Double.isFinite(shiftDown + shiftRight)) {
            throw new IllegalArgumentException(
                    contrastFrames.size() + " contrast and " + maskFrames.size() + " mask frames");
        }
    }
}
