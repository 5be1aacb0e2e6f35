package org.readingroom.desktop.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
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
        return set(study, series, description, reference, depth, k -> axial(2.0 * k));
    }

    /// An axial plane of 1 mm pixels at a height.
    public static ImagePlane axial(double z) {
        return new ImagePlane(new Vec3(-8, -8, z), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new PixelSpacing(1, 1));
    }

    /// The same with slices where `planes` says.
    public static DisplaySet set(
            Study study,
            String series,
            String description,
            String reference,
            int depth,
            IntFunction<ImagePlane> planes) {
        DisplaySet made = new TestFrames(depth, p -> 0, new FrameOfReferenceUid(reference)).set();
        List<ImageFrame> frames = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            frames.add(placed(made.frames().get(k), planes.apply(k)));
        }
        return new DisplaySet(
                series,
                study.uid(),
                new SeriesUid(series),
                made.modality(),
                description,
                frames,
                made.isVolume(),
                made.warningKeys(),
                made.rule(),
                made.facts());
    }

    private static ImageFrame placed(ImageFrame frame, ImagePlane plane) {
        return new ImageFrame(
                frame.ref(),
                frame.format(),
                plane,
                frame.frameOfReference(),
                new PixelScale.Millimetres(plane.spacing(), PixelScale.Source.PATIENT),
                frame.modalityLut(),
                frame.vois(),
                false,
                null,
                null,
                List.of(),
                frame.facts());
    }
}
