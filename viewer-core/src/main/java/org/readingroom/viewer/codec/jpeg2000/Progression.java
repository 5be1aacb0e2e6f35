package org.readingroom.viewer.codec.jpeg2000;

/// One run of packets: which layers, resolutions and components, in which order. Upper bounds lie outside.
///
/// **Source:** ITU-T T.800 annexes A.6.6 and B.12.
record Progression(
        int order, int firstResolution, int firstComponent, int endLayer, int endResolution, int endComponent) {
    static final int LAYER_FIRST = 0;
    static final int RESOLUTION_LAYER = 1;
    static final int RESOLUTION_POSITION = 2;
    static final int POSITION_COMPONENT = 3;
    static final int COMPONENT_POSITION = 4;
}
