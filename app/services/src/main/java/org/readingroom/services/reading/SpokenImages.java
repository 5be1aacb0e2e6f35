package org.readingroom.services.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.model.KeyImage;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.services.store.StoredInstance;
import org.readingroom.services.store.StudyStore;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The images of this home that a report speaks of.
final class SpokenImages {
    private static final Logger LOG = LoggerFactory.getLogger(SpokenImages.class);

    private final StudyStore studies;

    SpokenImages(StudyStore studies) {
        this.studies = studies;
    }

    /// Those that sentences and key images name; what is not here is left out.
    SourceImages of(Report report) {
        Set<SopInstanceUid> named = new LinkedHashSet<>();
        for (ReportSentence sentence : report.sentences()) {
            for (EvidenceAnchor anchor : sentence.evidence()) {
                FrameRef frame = anchor.frame();
                if (frame != null) {
                    named.add(frame.instance());
                }
            }
        }
        report.keyImages().stream().map(KeyImage::frame).map(FrameRef::instance).forEach(named::add);
        List<SourceImage> found = new ArrayList<>();
        named.forEach(instance -> image(instance).ifPresent(found::add));
        return new SourceImages(found);
    }

    /// Any image of `study`.
    Optional<SourceImage> anyOf(StudyUid study) {
        try {
            for (Series series : studies.series(study)) {
                for (StoredInstance instance : studies.instances(series.uid())) {
                    Optional<SourceImage> image = image(instance.uid());
                    if (image.isPresent()) {
                        return image;
                    }
                }
            }
        } catch (WorkstationException e) {
            LOG.warn("the images of a study cannot be listed: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<SourceImage> image(SopInstanceUid instance) {
        try {
            return SourceImage.of(studies.header(instance).dataSet());
        } catch (WorkstationException e) {
            LOG.warn("an image of a report cannot be read: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
