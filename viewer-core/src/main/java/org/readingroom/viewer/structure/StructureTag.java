package org.readingroom.viewer.structure;

/// Attributes that only structure sets have.
///
/// **Source:** DICOM PS3.6 section 6.
final class StructureTag {
    static final int STRUCTURE_SET_LABEL = 0x30060002;
    static final int STRUCTURE_SET_NAME = 0x30060004;
    static final int STRUCTURE_SET_DATE = 0x30060008;
    static final int REFERENCED_FRAME_OF_REFERENCE_SEQUENCE = 0x30060010;
    static final int CONTOUR_IMAGE_SEQUENCE = 0x30060016;
    static final int STRUCTURE_SET_ROI_SEQUENCE = 0x30060020;
    static final int ROI_NUMBER = 0x30060022;
    static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
    static final int ROI_NAME = 0x30060026;
    static final int ROI_DESCRIPTION = 0x30060028;
    static final int ROI_DISPLAY_COLOR = 0x3006002A;
    static final int ROI_GENERATION_ALGORITHM = 0x30060036;
    static final int ROI_CONTOUR_SEQUENCE = 0x30060039;
    static final int CONTOUR_SEQUENCE = 0x30060040;
    static final int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
    static final int CONTOUR_SLAB_THICKNESS = 0x30060044;
    static final int CONTOUR_DATA = 0x30060050;
    static final int RT_ROI_OBSERVATIONS_SEQUENCE = 0x30060080;
    static final int REFERENCED_ROI_NUMBER = 0x30060084;
    static final int RT_ROI_INTERPRETED_TYPE = 0x300600A4;

    private StructureTag() {}
}
