package org.readingroom.desktop.reporting;

import org.readingroom.report.quality.ImageQuality;
import org.readingroom.report.quality.ImageQualityRules;
import org.readingroom.viewer.model.Study;

/// What was judged of the images of `study`, how many of them are here now, and whether the report over them is given
/// out.
public record KnownQuality(Study study, ImageQuality quality, boolean isIssued) {
    public int images() {
        return study.instanceCount();
    }

    /// True when other images were judged than are here now.
    public boolean isOfOthers() {
        return quality.isOfOthers(images());
    }

    /// Whether `rules` stop the report over these images; one that is given out is stopped by none.
    // [impl->req~report.image-quality.issued~1]
    public boolean isStopped(ImageQualityRules rules) {
        return !isIssued && quality.isStopped(rules);
    }
}
