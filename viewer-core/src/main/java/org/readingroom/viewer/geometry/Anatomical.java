package org.readingroom.viewer.geometry;

/// The letters of a direction in the patient, most important first: `L`, `PH`, `AR`.
///
/// A letter is given for each axis that holds more than `sin 15°` of the direction, so that a
/// plane along the
/// body reads with one letter and a double oblique with up to three.
///
/// **Space:** patient; +x is left (L), +y posterior (P), +z head (H).
/// **Source:** DICOM PS3.3 section C.7.6.1.1.1 (Patient Orientation).
public final class Anatomical {
    /// chosen: sine of 15 degrees, below which a tilt is not worth a letter.
    private static final double WORTH_A_LETTER = 0.2588;

    private Anatomical() {}

    public static String letters(Vec3 directionPatient) {
        Vec3 d = directionPatient.unit();
        double[] parts = {d.x(), d.y(), d.z()};
        String[] positive = {"L", "P", "H"};
        String[] negative = {"R", "A", "F"};
        StringBuilder letters = new StringBuilder();
        boolean[] used = new boolean[3];
        for (int rank = 0; rank < 3; rank++) {
            int best = -1;
            for (int axis = 0; axis < 3; axis++) {
                if (!used[axis] && (best < 0 || Math.abs(parts[axis]) > Math.abs(parts[best]) + 1e-9)) {
                    best = axis;
                }
            }
            used[best] = true;
            if (Math.abs(parts[best]) > WORTH_A_LETTER) {
                letters.append(parts[best] > 0 ? positive[best] : negative[best]);
            }
        }
        return letters.toString();
    }
}
