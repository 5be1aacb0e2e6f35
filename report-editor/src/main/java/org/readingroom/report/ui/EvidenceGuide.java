package org.readingroom.report.ui;

import org.readingroom.report.model.EvidenceAnchor;

/// Shows in the images what a sentence speaks of. Called on `fx`.
public interface EvidenceGuide {
    void goTo(EvidenceAnchor anchor);
}
