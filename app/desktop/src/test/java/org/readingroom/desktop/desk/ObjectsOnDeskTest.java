package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.desktop.objects.DocumentsView;
import org.readingroom.desktop.objects.ObjectLayer;
import org.readingroom.desktop.objects.ObjectsModel;
import org.readingroom.desktop.objects.PresentationChoice;
import org.readingroom.desktop.objects.RegionsPanel;
import org.readingroom.desktop.objects.StudyObjects;
import org.readingroom.desktop.objects.StudyObjectsLoader;
import org.readingroom.desktop.objects.TagsView;
import org.readingroom.desktop.tools.KeyImages;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.inspect.ElementLine;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.PresentationStateReader;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.render.Renderer;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.viewport.PlaneStack;

/// Regions, documents, presentation states and attributes of real files in a real window. Pictures are kept in
/// `target/objects`.
@org.junit.jupiter.api.Tag("ui")
class ObjectsOnDeskTest {
    private static final Path KEPT = Path.of("target", "objects");
    /// Where numpy finds the middle of the largest tumour; see `SegmentMasksTest`.
    private static final Vec3 TUMOUR = new Vec3(-44.05, -222.69, -418.85);

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    // [utest->req~objects.regions~1]
    @Test
    void aTumourIsColouredInStackAndReformat() throws Exception {
        Path folder = SharedData.path("series/pet-wholebody-qin0024");
        FolderStudy study = FolderStudy.of(folder);
        List<DisplaySet> pictures = study.sets().stream()
                .filter(set -> !set.modality().equals("SEG"))
                .toList();
        StudyObjects objects = objects(List.of(folder.resolve("SEG-tumor.dcm")));
        assertEquals(2, objects.regions().size());
        try (DeskStage stage = new DeskStage(ObjectsOnDeskTest::noCard, Locale.SIMPLIFIED_CHINESE, 1280, 800)) {
            ObjectsModel model = DeskStage.onFx(() -> {
                ObjectsModel made = new ObjectsModel(stage.desk);
                PresentationChoice choice = new PresentationChoice(made, stage.desk);
                stage.desk.setToolLayer(new ObjectLayer(made, choice, ToolLayer.NONE, stage.lanes, stage.words));
                stage.desk.open(pictures, study);
                stage.desk.threePlanes();
                Arrangements.toggleScene(stage.desk.views().getLast());
                made.show(objects);
                return made;
            });
            stage.settle();
            DeskStage.onFx(() -> stage.desk.views().forEach(view -> view.goTo(nearest(stage, view))));
            stage.settle();
            for (int i = 0; i < 4; i++) {
                int at = i;
                DeskStage.until("view " + i + " shows the tumour in colour", () -> isColoured(stage, at, TUMOUR));
            }
            stage.save(KEPT.resolve("pet-regions.png"));
            DeskStage.onFx(model::toggleAll);
            DeskStage.until("the tumour is hidden", () -> !isColoured(stage, 0, TUMOUR));
            DeskStage.onFx(() -> show(stage, new StackPane(new RegionsPanel(model, stage.words))));
            stage.save(KEPT.resolve("regions-panel.png"));
        }
    }

    /// The plane of a view that is nearest to the tumour.
    private static int nearest(DeskStage stage, ViewportModel view) {
        ViewContext context = stage.view
                .viewNodes()
                .get(stage.desk.views().indexOf(view))
                .context()
                .orElseThrow();
        if (context.plane().isReformat()) {
            return PlaneStack.of(context.volume(), context.plane()).nearest(TUMOUR);
        }
        List<ImageFrame> frames = context.displaySet().frames();
        int best = 0;
        for (int i = 0; i < frames.size(); i++) {
            if (heightOver(frames.get(i)) < heightOver(frames.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static double heightOver(ImageFrame frame) {
        return Math.abs(frame.plane().position().z() - TUMOUR.z());
    }

    private static boolean isColoured(DeskStage stage, int index, Vec3 pPatient) {
        ViewportNode node = stage.view.viewNodes().get(index);
        if (node.context().isEmpty()) {
            return false;
        }
        Vec3 on = node.context().get().transform().worldToScreen(pPatient);
        WritableImage image = node.snapshot(null, null);
        int argb = image.getPixelReader().getArgb((int) on.x(), (int) on.y());
        int red = argb >> 16 & 0xFF;
        int green = argb >> 8 & 0xFF;
        int blue = argb & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 12;
    }

    // [utest->req~objects.presentation~1]
    @Test
    void aPresentationStateIsAppliedAndPutBack() throws Exception {
        Path image = SharedData.path("document/pr-gsps-luts-image.dcm");
        FolderStudy study = FolderStudy.of(image);
        StudyObjects objects = objects(List.of(SharedData.path("document/pr-gsps-luts.dcm")));
        try (DeskStage stage = new DeskStage(ObjectsOnDeskTest::noCard, Locale.ENGLISH, 900, 700)) {
            PresentationChoice choice = DeskStage.onFx(() -> {
                ObjectsModel made = new ObjectsModel(stage.desk);
                PresentationChoice chosen = new PresentationChoice(made, stage.desk);
                stage.desk.setToolLayer(new ObjectLayer(made, chosen, ToolLayer.NONE, stage.lanes, stage.words));
                stage.desk.open(study.sets(), study);
                made.show(objects);
                return chosen;
            });
            stage.settle();
            var before = DeskStage.onFx(
                    () -> stage.desk.sets().getFirst().presentationProperty().get());
            assertEquals(true, DeskStage.onFx(choice::next));
            stage.settle();
            stage.save(KEPT.resolve("presentation-state.png"));
            var during = DeskStage.onFx(
                    () -> stage.desk.sets().getFirst().presentationProperty().get());
            assertTrue(during.voi() != null, "the state gives the greys");
            assertEquals(true, DeskStage.onFx(choice::next));
            stage.settle();
            assertEquals(
                    before,
                    DeskStage.onFx(() ->
                            stage.desk.sets().getFirst().presentationProperty().get()));
        }
    }

    /// Two images of one state, each with its own window: what holds for one must not stay on the other.
    // [utest->req~objects.presentation~1]
    @Test
    void aPresentationStateFollowsToTheNextImageItNames() throws Exception {
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct-3slice-with-seg"));
        DisplaySet set = study.sets().stream()
                .filter(one -> one.modality().equals("CT"))
                .findFirst()
                .orElseThrow();
        StudyObjects objects = new StudyObjects(List.of(), List.of(), List.of(stateOfTwo(set.frames())), List.of(), 0);
        try (DeskStage stage = new DeskStage(ObjectsOnDeskTest::noCard, Locale.ENGLISH, 900, 700)) {
            PresentationChoice choice = DeskStage.onFx(() -> {
                ObjectsModel made = new ObjectsModel(stage.desk);
                PresentationChoice chosen = new PresentationChoice(made, stage.desk);
                stage.desk.setToolLayer(new ObjectLayer(made, chosen, ToolLayer.NONE, stage.lanes, stage.words));
                stage.desk.open(List.of(set), study);
                made.show(objects);
                return chosen;
            });
            stage.settle();
            goTo(stage, 0);
            assertEquals(true, DeskStage.onFx(choice::next));
            DeskStage.until("the first image has its window", () -> center(stage) == 40);
            goTo(stage, 1);
            DeskStage.until("the second image has its own", () -> center(stage) == 300);
            goTo(stage, 2);
            DeskStage.until("the third is none of the state's", () -> center(stage) < 0);
            goTo(stage, 0);
            var own = DeskStage.onFx(
                    () -> stage.desk.sets().getFirst().presentationProperty().get());
            DeskStage.onFx(choice::next);
            DeskStage.until("the state is back", () -> center(stage) == 40);
            DeskStage.onFx(() -> stage.desk.show(stage.desk.add(set, study)));
            stage.settle();
            DeskStage.until(
                    "the set left behind has its own greys",
                    () -> own.equals(
                            stage.desk.sets().getFirst().presentationProperty().get()));
        }
    }

    private static void goTo(DeskStage stage, int index) throws Exception {
        DeskStage.onFx(() -> stage.desk.views().getFirst().goTo(index));
        stage.settle();
    }

    /// The centre of the window in force by choice, -1 for none.
    private static double center(DeskStage stage) {
        return stage.desk.sets().getFirst().presentationProperty().get().voi() instanceof Voi.Window window
                ? window.center()
                : -1;
    }

    private static PresentationState stateOfTwo(List<ImageFrame> frames) {
        DataSet first = reference(frames.get(0));
        DataSet second = reference(frames.get(1));
        DataSet series = DataSetBuilder.create()
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.3")
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(first, second))
                .build();
        return PresentationStateReader.read(DataSetBuilder.create()
                        .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.11.1")
                        .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                        .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, -1024)
                        .sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(series))
                        .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, List.of(window(first, 40), window(second, 300)))
                        .build())
                .orElseThrow();
    }

    private static DataSet reference(ImageFrame frame) {
        return DataSetBuilder.create()
                .text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.2")
                .text(
                        Tag.REFERENCED_SOP_INSTANCE_UID,
                        Vr.UI,
                        frame.ref().instance().value())
                .build();
    }

    private static DataSet window(DataSet image, double center) {
        return DataSetBuilder.create()
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, List.of(image))
                .decimals(Tag.WINDOW_CENTER, Vr.DS, center)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 400)
                .build();
    }

    // [utest->req~objects.key-images~1]
    @Test
    void keyImagesBearAStar() throws Exception {
        Path folder = SharedData.path("document");
        StudyObjects objects = objects(List.of(folder.resolve("kos-of-interest.dcm")));
        List<SopInstanceUid> meant = objects.keyObjects().getFirst().references().stream()
                .map(reference -> reference.instance())
                .toList();
        FolderStudy study = FolderStudy.of(SharedData.path("series/ct-chest-lidc0314"));
        Assumptions.assumeTrue(
                study.sets().getFirst().frames().stream()
                        .anyMatch(frame -> meant.contains(frame.ref().instance())),
                "skipped: the key objects point at another series");
        try (DeskStage stage = new DeskStage(ObjectsOnDeskTest::noCard, Locale.ENGLISH, 1000, 700)) {
            ObjectsModel model = DeskStage.onFx(() -> {
                ObjectsModel made = new ObjectsModel(stage.desk);
                PresentationChoice choice = new PresentationChoice(made, stage.desk);
                stage.desk.setToolLayer(new ObjectLayer(made, choice, ToolLayer.NONE, stage.lanes, stage.words));
                stage.desk.open(study.sets(), study);
                made.show(objects);
                return made;
            });
            stage.settle();
            assertEquals(
                    "★ 3",
                    DeskStage.onFx(
                            () -> stage.desk.sets().getFirst().badgeProperty().get()));
            assertEquals(true, DeskStage.onFx(() -> model.nextKeyImage(1)));
            stage.settle();
            assertTrue(meant.contains(DeskStage.onFx(() ->
                    stage.desk.views().getFirst().frame().orElseThrow().ref().instance())));
            stage.save(KEPT.resolve("key-image.png"));
            ownKeyImages(stage, model, meant);
        }
    }

    /// Those of the reader count beside those of the document, and one key goes through all.
    private static void ownKeyImages(DeskStage stage, ObjectsModel model, List<SopInstanceUid> meant) throws Exception {
        KeyImages own = DeskStage.onFx(() -> {
            MarksModel marks = new MarksModel(stage.desk, stage.lanes, new NoMarks());
            marks.open(stage.desk.sets().getFirst().displaySet().study(), () -> false);
            KeyImages made = new KeyImages(marks, stage.desk, "Wang Fang", () -> Instant.EPOCH, key -> {});
            model.join(made);
            return made;
        });
        ViewportModel view = stage.desk.views().getFirst();
        DeskStage.until("the marks are here", () -> {
            view.goTo(0);
            own.note(view.frame().orElseThrow().ref(), "upper lobe");
            return own.shown().isPresent();
        });
        stage.settle();
        assertEquals(
                "★ 4",
                DeskStage.onFx(
                        () -> stage.desk.sets().getFirst().badgeProperty().get()));
        stage.save(KEPT.resolve("key-image-own.png"));
        DeskStage.onFx(() -> model.nextKeyImage(-1));
        assertTrue(meant.contains(
                DeskStage.onFx(() -> view.frame().orElseThrow().ref().instance())));
        DeskStage.onFx(() -> model.nextKeyImage(1));
        assertEquals(0, DeskStage.onFx(view::index));
    }

    // [utest->req~objects.documents~1]
    // [utest->req~objects.waveform~1]
    // [utest->req~objects.tags~1]
    @Test
    void documentsCurvesAndAttributesOpen() throws Exception {
        List<Path> files = List.of(
                SharedData.path("document/sr-tid1500-zh.dcm"),
                SharedData.path("document/encapsulated-pdf.dcm"),
                SharedData.path("modality/ecg-12lead.dcm"));
        StudyObjects objects = objects(files);
        assertEquals(3, objects.documents().size());
        Map<SopInstanceUid, Path> paths = paths(files);
        try (DeskStage stage = new DeskStage(ObjectsOnDeskTest::noCard, Locale.SIMPLIFIED_CHINESE, 1280, 800)) {
            String[] seen = {"#outline", "#document-pages", "#waveform"};
            DocumentsView view = DeskStage.onFx(() -> {
                DocumentsView made = new DocumentsView(
                        objects.documents(),
                        uid -> DicomReader.read(paths.get(uid)),
                        stage.words,
                        stage.lanes,
                        text -> {});
                show(stage, made);
                return made;
            });
            DeskStage.until("the list is there", () -> view.lookup("#documents-list") != null);
            for (int i = 0; i < seen.length; i++) {
                int at = i;
                DeskStage.onFx(() -> ((javafx.scene.control.ListView<?>) view.lookup("#documents-list"))
                        .getSelectionModel()
                        .select(at));
                DeskStage.until(seen[at] + " is seen", () -> view.lookup(seen[at]) != null);
                stage.save(KEPT.resolve("document-" + at + ".png"));
            }
            TagsView tags = DeskStage.onFx(() -> {
                TagsView made = new TagsView(
                        ElementLine.of(DicomReader.read(SharedData.path("modality/mr-mosaic-siemens.dcm"))),
                        stage.words,
                        stage.lanes,
                        text -> {});
                show(stage, made);
                ((javafx.scene.control.TextField) made.lookup("#tags-query")).setText("csa");
                return made;
            });
            DeskStage.until("something is found", () -> {
                Node table = tags.lookup("#tags-table");
                return table instanceof javafx.scene.control.TreeTableView<?> tree
                        && tree.getRoot().getChildren().size() < 20
                        && tree.getExpandedItemCount() > 0;
            });
            stage.save(KEPT.resolve("tags.png"));
        }
    }

    private static void show(DeskStage stage, Node node) {
        Scene scene = stage.stage.getScene();
        scene.setRoot(new StackPane(node));
    }

    private static StudyObjects objects(List<Path> files) {
        Map<SopInstanceUid, Path> paths = paths(files);
        return StudyObjectsLoader.load(List.copyOf(paths.keySet()), uid -> DicomReader.read(paths.get(uid)));
    }

    private static Map<SopInstanceUid, Path> paths(List<Path> files) {
        Map<SopInstanceUid, Path> paths = new LinkedHashMap<>();
        for (Path file : files) {
            try {
                paths.put(
                        new SopInstanceUid(DicomReader.read(file)
                                .dataSet()
                                .string(Tag.SOP_INSTANCE_UID)
                                .orElseThrow()),
                        file);
            } catch (DicomException e) {
                throw new IllegalStateException(e);
            }
        }
        return paths;
    }

    private static Renderer noCard() throws RenderException {
        throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
    }
}
