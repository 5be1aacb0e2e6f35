package org.readingroom.desktop.reporting;

import org.readingroom.report.quality.ImageQuality;
import org.readingroom.viewer.model.Study;

/// What was judged of the images of `study`, and how many of them are here now.
public record KnownQuality(Study study, ImageQuality quality) {
    public int images() {
        return study.instanceCount();
    }

    /// True when other images were judged than are here now.
    public boolean isOfOthers() {
        return quality.isOfOthers(images());
    }
}
