package org.readingroom.viewer.segment;

/// Attributes that only segmentations have.
///
/// **Source:** DICOM PS3.6 section 6.
final class SegmentTag {
    static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;
    static final int CONTENT_LABEL = 0x00700080;
    static final int CONTENT_DESCRIPTION = 0x00700081;
    static final int CONTENT_CREATOR_NAME = 0x00700084;
    static final int SEGMENTATION_TYPE = 0x00620001;
    static final int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x00620003;
    static final int SEGMENT_DESCRIPTION = 0x00620006;
    static final int SEGMENT_ALGORITHM_TYPE = 0x00620008;
    static final int SEGMENT_ALGORITHM_NAME = 0x00620009;
    static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
    static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
    static final int RECOMMENDED_DISPLAY_GRAYSCALE_VALUE = 0x0062000C;
    static final int RECOMMENDED_DISPLAY_CIELAB_VALUE = 0x0062000D;
    static final int MAXIMUM_FRACTIONAL_VALUE = 0x0062000E;
    static final int SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE = 0x0062000F;
    static final int SEGMENTATION_FRACTIONAL_TYPE = 0x00620010;
    static final int TRACKING_ID = 0x00620020;
    static final int TRACKING_UID = 0x00620021;
    static final int PIXEL_PADDING_VALUE = 0x00280120;

    private SegmentTag() {}
}
