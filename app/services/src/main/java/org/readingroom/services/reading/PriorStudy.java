package org.readingroom.services.reading;

import org.readingroom.viewer.model.Study;

/// Another study of the patient whose study is read.
public record PriorStudy(Study study, PatientIdentity identity, When when) {
    /// When it was made, seen from the study that is read.
    public enum When {
        EARLIER,
        /// On the same day, at a time that is the same or not known.
        SAME_DAY,
        LATER,
        /// One of the two has no date.
        UNDATED
    }

    /// True for what may be hung beside the study by one key, without asking.
    public boolean isSure() {
        return identity == PatientIdentity.SAME;
    }

    /// True for a sure one that may be called a prior: nothing that came later, nothing of unknown age.
    public boolean isPrior() {
        return isSure() && (when == When.EARLIER || when == When.SAME_DAY);
    }
}
