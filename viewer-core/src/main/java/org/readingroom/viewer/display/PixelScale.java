package org.readingroom.viewer.display;

import java.util.Locale;
import org.readingroom.viewer.geometry.PixelSpacing;

/// What one pixel step means on this frame, and how we know.
///
/// **Source:** DICOM PS3.3 section 10.7.1.3.
public sealed interface PixelScale {
    /// A step is a distance. Whether it is the distance in the patient depends on `source`.
    record Millimetres(PixelSpacing spacing, Source source) implements PixelScale {}

    /// No spacing is known: distances may only be given in pixels, and said to be so.
    ///
    /// `verticalToHorizontal` is the ratio of the vertical to the horizontal size of a pixel, from Pixel
    /// Aspect Ratio (0028,0034); 1 when absent.
    record None(double verticalToHorizontal) implements PixelScale {
        public static final None SQUARE = new None(1);

        public None {
            if (!(verticalToHorizontal > 0) || Double.isInfinite(verticalToHorizontal)) {
                throw new IllegalArgumentException("pixel aspect ratio " + verticalToHorizontal);
            }
        }
    }

    /// Vertical over horizontal size of a pixel, for drawing it in its true shape.
    default double aspect() {
        return switch (this) {
            case Millimetres mm -> mm.spacing().rowMm() / mm.spacing().columnMm();
            case None none -> none.verticalToHorizontal();
        };
    }

    /// Where a spacing comes from, best first.
    enum Source {
        /// Pixel Spacing (0028,0030) of a cross-sectional image: distances in the patient.
        PATIENT(true),
        /// Physical Delta X, Y (0018,602C/602E) of the one ultrasound region of the frame.
        ULTRASOUND_REGION(true),
        /// Pixel Spacing of a projection image, corrected by a fiducial of known size (0028,0A02 FIDUCIAL).
        CALIBRATED_FIDUCIAL(true),
        /// Pixel Spacing of a projection image, corrected for an assumed depth (0028,0A02 GEOMETRY).
        CALIBRATED_GEOMETRY(true),
        /// Pixel Spacing of a projection image that differs from its Imager Pixel Spacing; how is not said.
        CALIBRATED_UNSTATED(true),
        /// A reader drew a line of known length.
        CALIBRATED_BY_HAND(true),
        /// A reader drew a line of known length where the file states a true spacing, which is set aside.
        CALIBRATED_AGAINST_FILE(true),
        /// Imager Pixel Spacing (0018,1164) divided by Estimated Radiographic Magnification Factor (0018,1114).
        IMAGER_MAGNIFICATION_CORRECTED(true),
        /// Pixel Spacing of an image that is not cross-sectional, and nothing says where it holds.
        UNVERIFIED(false),
        /// Imager Pixel Spacing, at the detector: structures in the patient are smaller than measured.
        IMAGER(false),
        /// Nominal Scanned Pixel Spacing (0018,2010): on the film or paper that was digitised.
        NOMINAL_SCANNED(false);

        private final boolean inPatient;

        Source(boolean inPatient) {
            this.inPatient = inPatient;
        }

        /// False when the spacing is that of a detector or a film, and a measurement must say so.
        public boolean isInPatient() {
            return inPatient;
        }

        /// Message key of the caveat that a measurement with this source carries.
        public String caveatKey() {
            return "viewer.scale." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
