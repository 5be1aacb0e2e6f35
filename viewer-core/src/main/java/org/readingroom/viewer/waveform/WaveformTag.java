package org.readingroom.viewer.waveform;

/// Attributes that only waveforms have.
///
/// **Source:** DICOM PS3.6 section 6.
final class WaveformTag {
    static final int MULTIPLEX_GROUP_TIME_OFFSET = 0x00181068;
    static final int WAVEFORM_ORIGINALITY = 0x003A0004;
    static final int NUMBER_OF_WAVEFORM_CHANNELS = 0x003A0005;
    static final int NUMBER_OF_WAVEFORM_SAMPLES = 0x003A0010;
    static final int SAMPLING_FREQUENCY = 0x003A001A;
    static final int MULTIPLEX_GROUP_LABEL = 0x003A0020;
    static final int CHANNEL_DEFINITION_SEQUENCE = 0x003A0200;
    static final int CHANNEL_LABEL = 0x003A0203;
    static final int CHANNEL_SOURCE_SEQUENCE = 0x003A0208;
    static final int CHANNEL_SENSITIVITY = 0x003A0210;
    static final int CHANNEL_SENSITIVITY_UNITS_SEQUENCE = 0x003A0211;
    static final int CHANNEL_SENSITIVITY_CORRECTION_FACTOR = 0x003A0212;
    static final int CHANNEL_BASELINE = 0x003A0213;
    static final int CHANNEL_TIME_SKEW = 0x003A0214;
    static final int CHANNEL_SAMPLE_SKEW = 0x003A0215;
    static final int FILTER_LOW_FREQUENCY = 0x003A0220;
    static final int FILTER_HIGH_FREQUENCY = 0x003A0221;
    static final int NOTCH_FILTER_FREQUENCY = 0x003A0222;
    static final int REFERENCED_WAVEFORM_CHANNELS = 0x0040A0B0;
    static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
    static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
    static final int ANNOTATION_GROUP_NUMBER = 0x0040A180;
    static final int WAVEFORM_ANNOTATION_SEQUENCE = 0x0040B020;
    static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    static final int WAVEFORM_SEQUENCE = 0x54000100;
    static final int WAVEFORM_BITS_ALLOCATED = 0x54001004;
    static final int WAVEFORM_SAMPLE_INTERPRETATION = 0x54001006;
    static final int WAVEFORM_PADDING_VALUE = 0x5400100A;
    static final int WAVEFORM_DATA = 0x54001010;

    private WaveformTag() {}
}
