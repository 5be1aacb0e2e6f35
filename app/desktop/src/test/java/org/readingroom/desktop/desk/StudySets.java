package org.readingroom.desktop.desk;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.testing.TestFrames;

/// Studies and display sets of several patients, for desks that hold more than one.
public final class StudySets {
    public static final Patient ONE = patient("T-1", "Test^One");
    public static final Patient TWO = patient("T-2", "Test^Two");

    private StudySets() {}

    private static Patient patient(String id, String name) {
        return new Patient(
                new PatientId(id, ""), PersonName.parse(name), java.time.LocalDate.of(1970, 1, 1), Sex.FEMALE);
    }

    /// A chest CT; `at` is when, null when its files do not say.
    public static Study study(String uid, Patient patient, @Nullable String at) {
        return new Study(
                new StudyUid(uid),
                patient,
                "",
                at == null ? null : LocalDateTime.parse(at),
                "chest",
                new TreeSet<>(Set.of("CT")),
                "CHEST",
                1,
                1);
    }

    /// `depth` axial slices 2 mm apart of `study` in a frame of reference.
    public static DisplaySet set(Study study, String series, String description, String reference, int depth) {
        DisplaySet made = new TestFrames(depth, p -> 0, new FrameOfReferenceUid(reference)).set();
        return new DisplaySet(
                series,
                study.uid(),
                new SeriesUid(series),
                made.modality(),
                description,
                made.frames(),
                made.isVolume(),
                made.warningKeys(),
                made.rule(),
                made.facts());
    }
}
