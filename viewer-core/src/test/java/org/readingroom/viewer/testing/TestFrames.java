package org.readingroom.viewer.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.codec.StoredPixels;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.SeriesFacts;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.PatientId;
import org.readingroom.viewer.model.PersonName;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.Sex;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Priority;

/// Axial CT frames made by formula, with the loader that hands them out.
public final class TestFrames implements FrameLoader {
    public static final int SIDE = 16;

    private static final FrameOfReferenceUid REFERENCE = new FrameOfReferenceUid("2.25.3");

    private final DisplaySet set;
    private final ToIntFunction<Vec3> hu;

    /// `depth` slices of 16 x 16 pixels of 1 mm, 2 mm apart, HU by formula of the place in the patient.
    public TestFrames(int depth, ToIntFunction<Vec3> hu) {
        this(depth, hu, REFERENCE);
    }

    /// The same in a frame of reference of its own.
    public TestFrames(int depth, ToIntFunction<Vec3> hu, FrameOfReferenceUid reference) {
        this.hu = hu;
        List<ImageFrame> frames = new ArrayList<>();
        for (int k = 0; k < depth; k++) {
            frames.add(frame(k, reference));
        }
        SeriesFacts facts = new SeriesFacts(
                new Patient(
                        new PatientId("T-1", ""),
                        new PersonName("Test^Frames", "", ""),
                        LocalDate.of(1970, 1, 1),
                        Sex.OTHER),
                "056Y",
                "20260101",
                "101500",
                "",
                "",
                "",
                "",
                "CHEST",
                "",
                3,
                "",
                "");
        set = new DisplaySet(
                "test",
                new StudyUid("2.25.1"),
                new SeriesUid("2.25.2"),
                "CT",
                "formula",
                frames,
                true,
                List.of(),
                "series",
                facts);
    }

    private static ImageFrame frame(int k, FrameOfReferenceUid reference) {
        PixelSpacing spacing = new PixelSpacing(1, 1);
        return new ImageFrame(
                new FrameRef(new SopInstanceUid("2.25.100" + k), 0),
                new PixelFormat(SIDE, SIDE, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                new ImagePlane(new Vec3(-8, -8, 2.0 * k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), spacing),
                reference,
                new PixelScale.Millimetres(spacing, PixelScale.Source.PATIENT),
                new ModalityLut.Linear(1, 0, ValueUnit.HOUNSFIELD),
                List.of(Voi.Window.linear(40, 400)),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
    }

    public DisplaySet set() {
        return set;
    }

    @Override
    public StoredPixels load(FrameRef ref, Priority priority) {
        ImageFrame frame = set.frames().stream()
                .filter(f -> f.ref().equals(ref))
                .findFirst()
                .orElseThrow();
        byte[] bytes = new byte[2 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                int value = hu.applyAsInt(frame.plane().toPatient(column, row));
                bytes[2 * (row * SIDE + column)] = (byte) value;
                bytes[2 * (row * SIDE + column) + 1] = (byte) (value >> 8);
            }
        }
        return new StoredPixels(frame.format(), bytes);
    }
}
