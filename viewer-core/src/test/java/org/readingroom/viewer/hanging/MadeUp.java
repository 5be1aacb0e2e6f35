package org.readingroom.viewer.hanging;

import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.model.StudyUid;

/// Display sets that nobody took.
final class MadeUp {
    private String modality = "CT";
    private String bodyPart = "";
    private String study = "";
    private String description = "";
    private @Nullable SetPlane plane;
    private String imageType = "ORIGINAL\\PRIMARY";
    private String side = "";
    private String view = "";
    private int prior;
    private boolean isVolume = true;
    private static int made;

    static MadeUp of(String modality, String description) {
        MadeUp set = new MadeUp();
        set.modality = modality;
        set.description = description;
        return set;
    }

    MadeUp in(String part, String studyDescription) {
        bodyPart = part;
        study = studyDescription;
        return this;
    }

    MadeUp plane(SetPlane where) {
        plane = where;
        return this;
    }

    MadeUp view(String laterality, String position) {
        side = laterality;
        view = position;
        isVolume = false;
        return this;
    }

    MadeUp type(String type) {
        imageType = type;
        return this;
    }

    MadeUp prior(int number) {
        prior = number;
        return this;
    }

    MadeUp flat() {
        isVolume = false;
        return this;
    }

    HungSet set() {
        made++;
        return new HungSet(
                "set-" + made,
                new StudyUid("2.25." + (100 + prior)),
                prior,
                "2026010" + (9 - prior),
                modality,
                bodyPart,
                study,
                description,
                "",
                made,
                plane,
                imageType,
                side,
                view,
                isVolume ? 40 : 1,
                isVolume);
    }
}
