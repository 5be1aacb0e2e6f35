package org.readingroom.report.quality;

import java.util.Set;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;

/// The images that somebody judges: those of a study that are here now.
///
/// `modality` is the one that they are counted under, `modalities` are all of the study, `count` is how many there are.
public record JudgedImages(StudyUid study, String modality, Set<String> modalities, int count) {
    public JudgedImages {
        modalities = Set.copyOf(modalities);
        if (count < 1) {
            throw new IllegalArgumentException("nothing to judge: " + count + " images");
        }
    }

    public static JudgedImages of(Study study) {
        return new JudgedImages(
                study.uid(),
                StudyIdentity.of(study, "").modality(),
                Set.copyOf(study.modalities()),
                study.instanceCount());
    }
}
