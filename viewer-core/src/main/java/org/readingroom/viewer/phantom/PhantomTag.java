package org.readingroom.viewer.phantom;

/// Attributes that only synthetic studies write, named by their keywords.
///
/// **Source:** DICOM PS3.6 section 6.
final class PhantomTag {
    static final int ENERGY_WINDOW_VECTOR = 0x00540010;
    static final int NUMBER_OF_ENERGY_WINDOWS = 0x00540011;
    static final int ENERGY_WINDOW_INFORMATION_SEQUENCE = 0x00540012;
    static final int ENERGY_WINDOW_RANGE_SEQUENCE = 0x00540013;
    static final int ENERGY_WINDOW_LOWER_LIMIT = 0x00540014;
    static final int ENERGY_WINDOW_UPPER_LIMIT = 0x00540015;
    static final int ENERGY_WINDOW_NAME = 0x00540018;
    static final int DETECTOR_VECTOR = 0x00540020;
    static final int NUMBER_OF_DETECTORS = 0x00540021;
    static final int DETECTOR_INFORMATION_SEQUENCE = 0x00540022;
    static final int VIEW_CODE_SEQUENCE = 0x00540220;
    static final int VIEW_MODIFIER_CODE_SEQUENCE = 0x00540222;
    static final int RADIOPHARMACEUTICAL_CODE_SEQUENCE = 0x00540304;
    static final int PATIENT_ORIENTATION_CODE_SEQUENCE = 0x00540410;
    static final int PATIENT_GANTRY_RELATIONSHIP_CODE_SEQUENCE = 0x00540414;
    static final int NUMBER_OF_SLICES = 0x00540081;
    static final int RANDOMS_CORRECTION_METHOD = 0x00541100;
    static final int ATTENUATION_CORRECTION_METHOD = 0x00541101;
    static final int RECONSTRUCTION_METHOD = 0x00541103;
    static final int SCATTER_CORRECTION_METHOD = 0x00541105;
    static final int FRAME_REFERENCE_TIME = 0x00541300;
    static final int IMAGE_INDEX = 0x00541330;
    static final int RADIONUCLIDE_POSITRON_FRACTION = 0x00181076;
    static final int FOCAL_DISTANCE = 0x00181182;
    static final int SCAN_VELOCITY = 0x00181300;
    static final int SCAN_LENGTH = 0x00181302;
    static final int COUNTS_ACCUMULATED = 0x00180070;
    static final int POSITIONER_TYPE = 0x00181508;
    static final int POSITIONER_MOTION = 0x00181500;
    static final int POSITIONER_PRIMARY_ANGLE = 0x00181510;
    static final int POSITIONER_SECONDARY_ANGLE = 0x00181511;
    static final int ORGAN_EXPOSED = 0x00400318;
    static final int BREAST_IMPLANT_PRESENT = 0x00281300;
    static final int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
    static final int BODY_PART_THICKNESS = 0x001811A0;
    static final int COMPRESSION_FORCE = 0x001811A2;
    static final int RADIATION_SETTING = 0x00181155;
    static final int MASK_SUBTRACTION_SEQUENCE = 0x00286100;
    static final int MASK_OPERATION = 0x00286101;
    static final int APPLICABLE_FRAME_RANGE = 0x00286102;
    static final int MASK_FRAME_NUMBERS = 0x00286110;

    private PhantomTag() {}
}
