package org.readingroom.desktop.desk;

import org.readingroom.viewer.model.Study;

/// One study on the desk, and what it is to the one being read.
///
/// **Range:** `number` counts what is of one standing from 1, the newest first; 0 for the study being read.
public record DeskStudy(Study study, Standing standing, int number) {
    /// What a study is to the one being read.
    public enum Standing {
        CURRENT,
        /// Of the same patient, earlier or on the same day.
        PRIOR,
        /// Of the same patient, later.
        LATER,
        /// Of the same patient; one of the two has no date.
        UNDATED,
        /// Of another patient, or of one who cannot be told from another: the reader asked for it all the same.
        STRANGER
    }

    public boolean isCurrent() {
        return standing == Standing.CURRENT;
    }

    /// False for what may be of another patient: nothing may join it to the study being read.
    public boolean isOfPatient() {
        return standing != Standing.STRANGER;
    }
}
