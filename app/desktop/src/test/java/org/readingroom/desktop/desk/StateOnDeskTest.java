package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.desktop.objects.ObjectLayer;
import org.readingroom.desktop.objects.ObjectsModel;
import org.readingroom.desktop.objects.PresentationChoice;
import org.readingroom.desktop.objects.StudyObjects;
import org.readingroom.desktop.objects.StudyObjectsLoader;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.render.RenderException;
import org.readingroom.viewer.testing.FolderStudy;
import org.readingroom.viewer.viewport.DataPresentation;

/// A presentation state that speaks of two images of a series, with a shutter and a window for each.
@Tag("ui")
class StateOnDeskTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsADisplay() {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
    }

    private static DataSet image(int k) {
        return DataSetBuilder.create()
                .text(0x00081150, Vr.UI, CT)
                .text(0x00081155, Vr.UI, "2.25.30" + k)
                .build();
    }

    private static DataSet window(int k, double center) {
        return DataSetBuilder.create()
                .sequence(REFERENCED_IMAGE_SEQUENCE, List.of(image(k)))
                .decimals(0x00281050, Vr.DS, center)
                .decimals(0x00281051, Vr.DS, 400)
                .build();
    }

    private StudyObjects state() throws Exception {
        DataSet state = DataSetBuilder.create()
                .text(0x00080016, Vr.UI, "1.2.840.10008.5.1.4.1.1.11.1")
                .text(0x00080018, Vr.UI, "2.25.9")
                .text(0x0020000D, Vr.UI, "2.25.1")
                .text(0x0020000E, Vr.UI, "2.25.4")
                .text(0x00700080, Vr.CS, "TEST")
                .sequence(
                        0x00081115,
                        List.of(DataSetBuilder.create()
                                .text(0x0020000E, Vr.UI, "2.25.2")
                                .sequence(REFERENCED_IMAGE_SEQUENCE, List.of(image(0), image(1)))
                                .build()))
                .sequence(0x00283110, List.of(window(0, 100), window(1, 300)))
                .text(0x00181600, Vr.CS, "RECTANGULAR")
                .integers(0x00181602, Vr.IS, 9)
                .integers(0x00181604, Vr.IS, 24)
                .integers(0x00181606, Vr.IS, 9)
                .integers(0x00181608, Vr.IS, 24)
                .integers(0x00181622, Vr.US, 0x8080)
                .text(0x20500020, Vr.CS, "IDENTITY")
                .build();
        Path file = Files.createDirectory(folder.resolve("state")).resolve("state.dcm");
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, state, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        }
        return StudyObjectsLoader.load(List.of(new SopInstanceUid("2.25.9")), uid -> DicomReader.read(file));
    }

    private static int grey(DeskStage stage, int column, int row) {
        return DeskStage.onFx(() -> {
            ViewportNode node = stage.view.activeNode();
            Vec3 at = node.context().orElseThrow().transform().voxelToScreen(new Vec3(column, row, 0));
            return node.snapshot(null, null).getPixelReader().getArgb((int) at.x(), (int) at.y()) & 0xFF;
        });
    }

    private static DataPresentation data(DeskStage stage) {
        return DeskStage.onFx(
                () -> stage.desk.sets().getFirst().presentationProperty().get());
    }

    // [utest->req~presentation.bitmaps~1]
    // [utest->req~objects.presentation~1]
    @Test
    void aStateFollowsTheWheelAndHidesWhatItsShutterHides() throws Exception {
        Path images = Files.createDirectory(folder.resolve("images"));
        BrokenFrameTest.series(images);
        FolderStudy study = FolderStudy.of(images);
        StudyObjects objects = state();
        assertEquals(1, objects.states().size());
        try (DeskStage stage = new DeskStage(
                () -> {
                    throw new RenderException("viewer.renderer.switched-off", List.of(), "test", null);
                },
                Locale.ENGLISH,
                800,
                700)) {
            PresentationChoice choice = DeskStage.onFx(() -> {
                ObjectsModel model = new ObjectsModel(stage.desk);
                PresentationChoice made = new PresentationChoice(model, stage.desk);
                stage.desk.setToolLayer(new ObjectLayer(model, made, ToolLayer.NONE, stage.lanes, stage.words));
                stage.desk.open(study.sets(), study);
                stage.desk.views().getFirst().goTo(0);
                model.show(objects);
                return made;
            });
            stage.settle();
            DataPresentation before = data(stage);
            assertTrue(DeskStage.onFx(choice::next));
            stage.settle();
            assertEquals(100, ((Voi.Window) data(stage).voi()).center());
            DeskStage.until(
                    "the shutter is drawn", () -> stage.view.activeNode().isAtRest());
            assertEquals(0x80, grey(stage, 4, 16), "beside the shutter");
            assertTrue(grey(stage, 16, 16) != 0x80, "within it");
            DeskStage.onFx(() -> stage.desk.views().getFirst().scroll(1));
            DeskStage.until(
                    "the window is that of the second image",
                    () -> stage.desk
                                            .sets()
                                            .getFirst()
                                            .presentationProperty()
                                            .get()
                                            .voi()
                                    instanceof Voi.Window window
                            && window.center() == 300);
            stage.settle();
            assertEquals(0x80, grey(stage, 4, 16), "beside the shutter");
            DeskStage.onFx(() -> stage.desk.views().getFirst().scroll(1));
            DeskStage.until(
                    "a third image has its own look again",
                    () -> before.equals(
                            stage.desk.sets().getFirst().presentationProperty().get()));
        }
    }
}
