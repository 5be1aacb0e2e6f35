package org.readingroom.desktop.objects;

import org.readingroom.viewer.model.SopInstanceUid;

/// One object of the study that can be read as text, a page or a curve. `title` may hold patient data: for the
/// screen alone.
public record StudyDocument(SopInstanceUid instance, Kind kind, String title, String date) {
    public enum Kind {
        REPORT,
        KEY_OBJECTS,
        PRESENTATION,
        SEGMENTATION,
        STRUCTURES,
        WAVEFORM,
        DOCUMENT;

        /// What people call it.
        String messageKey() {
            return "desktop.objects.kind."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
