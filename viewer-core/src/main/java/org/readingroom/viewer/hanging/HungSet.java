package org.readingroom.viewer.hanging;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.model.StudyUid;

/// What rules ask about one display set, and which study it is of.
///
/// `prior` is 0 for the study being read, 1 for its latest prior, and so on. Texts are empty where
/// the file says nothing; `plane` is null then.
///
/// **Order:** `studyDate` is `YYYYMMDD`.
public record HungSet(
        String id,
        StudyUid study,
        int prior,
        String studyDate,
        String modality,
        String bodyPart,
        String studyDescription,
        String description,
        String protocol,
        int seriesNumber,
        @Nullable SetPlane plane,
        String imageType,
        String laterality,
        String viewPosition,
        int frames,
        boolean isVolume) {

    public static HungSet of(DisplaySet set, int prior) {
        ImageFrame first = set.frames().getFirst();
        return new HungSet(
                set.id(),
                set.study(),
                prior,
                set.facts().studyDate(),
                set.modality(),
                set.facts().bodyPart(),
                set.facts().studyDescription(),
                set.description(),
                set.facts().protocol(),
                set.facts().seriesNumber(),
                SetPlane.of(set).orElse(null),
                first.facts().imageType(),
                first.facts().laterality(),
                first.facts().viewPosition(),
                set.frames().size(),
                set.isVolume());
    }

    /// The same under a name of its own, for a desk that has a set twice.
    public HungSet withId(String newId) {
        return with(newId, isVolume);
    }

    /// The same taken for the volume that it becomes once the rest of its images are here.
    public HungSet asVolume() {
        return with(id, true);
    }

    private HungSet with(String newId, boolean volume) {
        return new HungSet(
                newId,
                study,
                prior,
                studyDate,
                modality,
                bodyPart,
                studyDescription,
                description,
                protocol,
                seriesNumber,
                plane,
                imageType,
                laterality,
                viewPosition,
                frames,
                volume);
    }

    /// A scout that was taken to plan the others.
    boolean isLocalizer() {
        return imageType.contains("LOCALIZER");
    }
}
