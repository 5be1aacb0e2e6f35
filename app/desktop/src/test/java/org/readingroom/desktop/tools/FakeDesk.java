package org.readingroom.desktop.tools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.AnnotationDocument;
import org.readingroom.viewer.annotation.AnnotationStore;
import org.readingroom.viewer.annotation.Placement;
import org.readingroom.viewer.annotation.ReformatGrid;
import org.readingroom.viewer.annotation.SliceGrid;
import org.readingroom.viewer.annotation.ValueGrid;
import org.readingroom.viewer.codec.PixelFormat;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameFacts;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.display.SeriesFacts;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.geometry.AffineMap;
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
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

/// A desk without pictures: ten axial slices of 100 x 100 pixels, 0.5 mm down, 0.8 mm across, 2 mm apart.
///
/// The stored value is `column + 2 row + 10 slice`; modality is Hounsfield units, slope 1, intercept -100. In a
/// view of 400 x 400 the image is fitted to its width: 5 pixels of the screen are 1 mm.
final class FakeDesk implements ValueGrids, AnnotationStore {
    static final StudyUid STUDY = new StudyUid("2.25.1");
    static final SeriesUid SERIES = new SeriesUid("2.25.2");
    static final double SIZE = 400;
    static final int SLICES = 10;
    static final TextSize TEXT = new TextSize() {
        @Override
        public double width(String line) {
            return 6.0 * line.length();
        }

        @Override
        public double lineHeight() {
            return 15;
        }
    };

    final StepRunner tasks = new StepRunner();
    final Map<StudyUid, AnnotationDocument> stored = new HashMap<>();
    final List<AnnotationDocument> saves = new ArrayList<>();
    final MarksModel marks = new MarksModel(tasks, this, this);
    final DisplaySet set;
    final Volume volume;

    @Nullable
    WorkstationException broken;

    private FakeDesk(boolean isPlaced, String rule) {
        this(isPlaced, rule, "2.25.10");
    }

    private FakeDesk(boolean isPlaced, String rule, String instances) {
        List<ImageFrame> frames = new ArrayList<>();
        List<GreySlice> slices = new ArrayList<>();
        for (int k = 0; k < SLICES; k++) {
            frames.add(frame(instances + k, k, isPlaced));
            slices.add(slice(k));
        }
        set = new DisplaySet("set " + instances, STUDY, SERIES, "CT", "", frames, isPlaced, List.of(), rule, facts());
        volume = new Volume(
                slices,
                new AffineMap(new Vec3(0.8, 0, 0), new Vec3(0, 0.5, 0), new Vec3(0, 0, 2), new Vec3(-40, -25, 100)),
                true);
    }

    /// With places in the patient, its marks loaded.
    static FakeDesk placed() {
        return new FakeDesk(true, "series").opened();
    }

    /// Without any geometry: pixels only.
    static FakeDesk unplaced() {
        return new FakeDesk(false, "series").opened();
    }

    /// The same places again in the same series, such as another phase: `instances` begins its SOP Instance UIDs.
    static FakeDesk phase(String instances) {
        return new FakeDesk(true, "series", instances).opened();
    }

    /// The same pictures as if they had been computed here.
    static FakeDesk derived() {
        return new FakeDesk(true, DisplaySet.DERIVED).opened();
    }

    private FakeDesk opened() {
        marks.open(STUDY, () -> false);
        tasks.runAll();
        return this;
    }

    FakeView slice0to9(int index) {
        return FakeView.stack(this, index);
    }

    MarkScene scene(FakeView view) {
        return MarkScene.of(marks, view.space(), org.readingroom.assets.Messages.of(java.util.Locale.ENGLISH), TEXT);
    }

    private static ImageFrame frame(String instance, int k, boolean isPlaced) {
        PixelSpacing spacing = new PixelSpacing(0.5, 0.8);
        return new ImageFrame(
                new FrameRef(new SopInstanceUid(instance), 0),
                new PixelFormat(100, 100, 1, 16, 16, 15, true, "MONOCHROME2", 0),
                isPlaced
                        ? new ImagePlane(new Vec3(-40, -25, 100 + 2 * k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), spacing)
                        : null,
                isPlaced ? new FrameOfReferenceUid("2.25.3") : null,
                isPlaced ? new PixelScale.Millimetres(spacing, PixelScale.Source.PATIENT) : new PixelScale.None(0.625),
                new ModalityLut.Linear(1, -100, ValueUnit.HOUNSFIELD),
                List.of(),
                false,
                null,
                null,
                List.of(),
                FrameFacts.NONE);
    }

    static GreySlice slice(int k) {
        short[] samples = new short[100 * 100];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i % 100 + 2 * (i / 100) + 10 * k);
        }
        return GreySlice.of(100, 100, samples, 1, -100);
    }

    private static SeriesFacts facts() {
        Patient patient = new Patient(new PatientId("T-1", ""), PersonName.NONE, null, Sex.UNKNOWN);
        return new SeriesFacts(patient, "", "", "", "", "", "", "", "", "", 1, "", "");
    }

    private int index(FrameRef ref) {
        for (int i = 0; i < SLICES; i++) {
            if (set.frames().get(i).ref().equals(ref)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public Optional<StudyUid> study(SeriesUid series) {
        return series.equals(SERIES) ? Optional.of(STUDY) : Optional.empty();
    }

    @Override
    public Optional<DisplaySet> set(Annotation annotation) {
        return Optional.of(set);
    }

    @Override
    public Optional<ImageFrame> frame(Annotation annotation) {
        return annotation.placement().referencedFrame().map(ref -> set.frames().get(index(ref)));
    }

    @Override
    public Optional<ValueGrid> grid(Annotation annotation) {
        Optional<FrameRef> ref = annotation.placement().referencedFrame();
        return Optional.of(
                ref.isPresent()
                        ? new SliceGrid(set.frames().get(index(ref.get())), slice(index(ref.get())))
                        : ReformatGrid.of(volume, ValueUnit.HOUNSFIELD, annotation, (Placement.InPatient)
                                annotation.placement()));
    }

    @Override
    public AnnotationDocument load(StudyUid study) throws WorkstationException {
        if (broken != null) {
            throw broken;
        }
        return stored.getOrDefault(study, AnnotationDocument.empty(study));
    }

    @Override
    public void save(StudyUid study, AnnotationDocument document) throws WorkstationException {
        if (broken != null) {
            throw broken;
        }
        stored.put(study, document);
        saves.add(document);
    }
}
