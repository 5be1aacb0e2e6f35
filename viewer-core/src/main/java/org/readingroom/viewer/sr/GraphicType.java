package org.readingroom.viewer.sr;

import java.util.Locale;

/// The shapes of SCOORD and SCOORD3D.
///
/// **Source:** DICOM PS3.3 sections C.18.6.1.2 and C.18.9.1.2.
public enum GraphicType {
    POINT,
    MULTIPOINT,
    POLYLINE,
    POLYGON,
    CIRCLE,
    ELLIPSE,
    ELLIPSOID,
    UNKNOWN;

    static GraphicType of(String term) {
        try {
            return valueOf(term.strip());
        } catch (IllegalArgumentException e) {
            return UNKNOWN;
        }
    }

    public String messageKey() {
        return "viewer.sr.shape." + name().toLowerCase(Locale.ROOT);
    }
}
