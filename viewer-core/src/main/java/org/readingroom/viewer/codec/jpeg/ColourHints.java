package org.readingroom.viewer.codec.jpeg;

import java.util.List;

/// What a stream of three components says about their colour space.
///
/// Encoders leave the photometric interpretation of the header wrong often enough that the stream's own word, where
/// it gives one, goes before it.
///
/// **Source:** ITU-T T.872 section 6.5.3 (APP14), ITU-T T.871 (JFIF); DICOM PS3.5 section 8.2.1.
final class ColourHints {
    private static final int NOT_STATED = -1;

    private boolean jfif;
    private int adobeTransform = NOT_STATED;

    void sawJfif() {
        jfif = true;
    }

    void sawAdobe(int transform) {
        adobeTransform = transform;
    }

    /// The photometric interpretation of the decoded samples; `stated` is the header's.
    String photometric(String stated, List<Component> components) {
        if (components.size() != 3) {
            return stated;
        }
        if (adobeTransform == 0) {
            return "RGB";
        }
        if (adobeTransform == 1 || jfif) {
            return "YBR_FULL";
        }
        if (components.get(0).id() == 'R'
                && components.get(1).id() == 'G'
                && components.get(2).id() == 'B') {
            return "RGB";
        }
        boolean subsampled = components.get(0).horizontal() > components.get(1).horizontal()
                || components.get(0).vertical() > components.get(1).vertical();
        return subsampled || stated.startsWith("YBR") ? "YBR_FULL" : stated;
    }
}
