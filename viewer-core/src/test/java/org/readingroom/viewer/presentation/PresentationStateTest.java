package org.readingroom.viewer.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.testing.SharedData;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.viewport.PlaneStack;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.viewport.ViewTransform;
import org.readingroom.viewer.volume.GreySlice;
import org.readingroom.viewer.volume.Volume;

class PresentationStateTest {
    @TempDir
    Path folder;

    /// Every pixel against what DCMTK draws with the same state.
    // [utest->req~presentation.apply~1]
    @ParameterizedTest
    @CsvSource({
        "document/pr-gsps-luts-image.dcm, document/pr-gsps-luts.dcm, 0",
        "series/ct-3slice-with-seg/01.dcm, made, 1",
        "modality/cr-mono1-10bit-chest.dcm, made, 1",
        "modality/sc-voi-lut.dcm, made, 1",
        "series/ct-3slice-with-seg/01.dcm, without-voi, 1",
        "modality/cr-mono1-10bit-chest.dcm, without-voi, 1",
        "modality/sc-voi-lut.dcm, without-voi, 1"
    })
    void greysAreDcmtks(String image, String state, int steps)
            throws IOException, InterruptedException, WorkstationException {
        Path imagePath = SharedData.path(image);
        boolean isMade = !state.endsWith(".dcm");
        Path statePath = isMade ? folder.resolve("state.dcm") : SharedData.path(state);
        if (isMade) {
            // a state without a VOI wants all that the modality LUT can give, not the window of the file
            String voi = state.equals("made") ? "--voi-lut" : "--voi-ignore";
            Tools.output("dcmpsmk", voi, imagePath.toString(), statePath.toString());
        }
        Path drawn = folder.resolve("drawn.pgm");
        String said = Tools.output("dcmp2pgm", "-p", statePath.toString(), imagePath.toString(), drawn.toString());
        Assumptions.assumeTrue(Files.exists(drawn), "skipped: dcmp2pgm drew nothing: " + said);

        DicomFile file = DicomReader.read(imagePath);
        ImageFrame frame =
                FrameDescriber.frames(ImageHeader.of(file).orElseThrow()).getFirst();
        PresentationState read = PresentationStateReader.read(
                        DicomReader.read(statePath).dataSet())
                .orElseThrow();
        assertTrue(read.covers(frame.ref()));
        AppliedPresentation applied = PresentationApplier.apply(read, frame);
        assertEquals(List.of(), applied.warningKeys());
        Voi voi = applied.voi().orElseThrow();
        int[] stored = StoredValues.ints(FrameReader.of(file).frame(0));
        byte[] theirs = pgm(Files.readAllBytes(drawn));
        assertEquals(stored.length, theirs.length);
        int worst = 0;
        for (int i = 0; i < stored.length; i++) {
            double grey = voi.toGrey(frame.modalityLut().toModality(stored[i]));
            int ours = (int) Math.round(255 * (applied.isInverse() ? 1 - grey : grey));
            worst = Math.max(worst, Math.abs(ours - (theirs[i] & 0xFF)));
        }
        assertTrue(worst <= steps, "a grey differs by " + worst);
    }

    /// A state of stored values over an image whose modality values are far finer: each stored value keeps
    /// its grey.
    // [utest->req~presentation.apply~1]
    @ParameterizedTest
    @ValueSource(strings = {"LINEAR", "LINEAR_EXACT", "SIGMOID"})
    void aWindowOfAnotherScaleIsMovedExactly(String function) {
        ImageFrame frame = frame(0.0013, -2);
        PresentationState state =
                state(window(5000, 2000).text(Tag.VOILUT_FUNCTION, Vr.CS, function), DataSetBuilder.create());
        AppliedPresentation applied = PresentationApplier.apply(state, frame);
        assertEquals(List.of(), applied.warningKeys());
        assertTrue(applied.isExact());
        Voi theirs = state.vois().getFirst().voi().orElseThrow();
        for (int stored = 0; stored < 65536; stored += 7) {
            double grey = applied.voi().orElseThrow().toGrey(frame.modalityLut().toModality(stored));
            assertEquals(theirs.toGrey(stored), grey, 1e-9, "stored value " + stored);
        }
    }

    /// A presentation LUT over all sixteen bits, and over more modality values than sixteen bits have.
    // [utest->req~presentation.apply~1]
    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void aPresentationLutReachesTheHighestValue(double slope) {
        ImageFrame frame = frame(slope, 0);
        DataSet table = DataSetBuilder.create()
                .integers(Tag.LUT_DESCRIPTOR, Vr.US, 2, 0, 8)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, (byte) 255, 0})
                .build();
        PresentationState state = state(
                window(49152, 32768).text(Tag.VOILUT_FUNCTION, Vr.CS, "LINEAR_EXACT"),
                DataSetBuilder.create().sequence(PresentationTag.PRESENTATION_LUT_SEQUENCE, List.of(table)));
        AppliedPresentation applied = PresentationApplier.apply(state, frame);
        assertTrue(applied.isExact());
        for (int stored : new int[] {0, 32768, 49000, 49300, 65535}) {
            double grey = applied.voi().orElseThrow().toGrey(frame.modalityLut().toModality(stored));
            assertEquals(stored < 49152 ? 0 : 1, grey, "stored value " + stored);
        }
    }

    /// -500 HU as implicit encoding has it: an attribute that says it is unsigned.
    // [utest->req~presentation.read~1]
    @Test
    void theFirstValueOfATableIsSignedWhenModalityValuesCanBe() {
        DataSetBuilder table = DataSetBuilder.create()
                .integers(Tag.LUT_DESCRIPTOR, Vr.US, 2, 0xFE0C, 8)
                .bytes(Tag.LUT_DATA, Vr.OW, new byte[] {0, 0, 1, 0});
        DataSetBuilder item = DataSetBuilder.create().sequence(Tag.VOILUT_SEQUENCE, List.of(table.build()));
        DataSetBuilder hounsfield = DataSetBuilder.create()
                .decimals(Tag.RESCALE_SLOPE, Vr.DS, 1)
                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, -1024);
        assertEquals(
                -500,
                ((Voi.Table) state(item, hounsfield).vois().getFirst().voi().orElseThrow()).firstMapped());
        assertEquals(
                0xFE0C,
                ((Voi.Table) state(item, DataSetBuilder.create())
                                .vois()
                                .getFirst()
                                .voi()
                                .orElseThrow())
                        .firstMapped());
    }

    private static DataSetBuilder window(double center, double width) {
        return DataSetBuilder.create()
                .decimals(Tag.WINDOW_CENTER, Vr.DS, center)
                .decimals(Tag.WINDOW_WIDTH, Vr.DS, width);
    }

    private static PresentationState state(DataSetBuilder voi, DataSetBuilder rest) {
        return PresentationStateReader.read(rest.text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.11.1")
                        .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, List.of(voi.build()))
                        .build())
                .orElseThrow();
    }

    /// A frame of sixteen unsigned bits.
    private static ImageFrame frame(double slope, double intercept) {
        return FrameDescriber.frames(ImageHeader.of(DataSetBuilder.create()
                                .text(Tag.SOP_INSTANCE_UID, Vr.UI, "2.25.7")
                                .text(Tag.MODALITY, Vr.CS, "PT")
                                .integers(Tag.ROWS, Vr.US, 1)
                                .integers(Tag.COLUMNS, Vr.US, 1)
                                .integers(Tag.BITS_ALLOCATED, Vr.US, 16)
                                .decimals(Tag.RESCALE_SLOPE, Vr.DS, slope)
                                .decimals(Tag.RESCALE_INTERCEPT, Vr.DS, intercept)
                                .build())
                        .orElseThrow())
                .getFirst();
    }

    /// The raster of a P5 file of 255 greys.
    private static byte[] pgm(byte[] file) {
        String head = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1);
        int at = head.indexOf("255\n") + 4;
        return Arrays.copyOfRange(file, at, file.length);
    }

    // [utest->req~presentation.read~1]
    @Test
    void overlaysAreSwitchedOnInTheirLayers() throws DicomException {
        PresentationState state = PresentationStateReader.read(
                        DicomReader.read(SharedData.path("document/pr-gsps-overlay.dcm"))
                                .dataSet())
                .orElseThrow();
        // dcmdump: six layers, (6000,1001) LAYER1 to (600a,1001) LAYER6
        assertEquals("six overlays", state.name());
        assertEquals(6, state.layers().size());
        assertEquals(0xFFFFFF, state.layers().getFirst().rgb());
        assertEquals("LAYER6", state.overlayLayers().get(0x600A));
        assertEquals(6, state.overlayLayers().size());
    }

    // [utest->req~presentation.area~1]
    @Test
    void theDisplayedAreaFillsTheViewInEveryTurnAndFlip() {
        Volume volume = volume(200, 100);
        ViewPlane plane = PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0);
        // columns 101 to 150, rows 21 to 40
        DisplayedArea area = new DisplayedArea(List.of(), 101, 21, 150, 40, DisplayedArea.SizeMode.SCALE_TO_FIT, 0);
        for (int turn = 0; turn < 360; turn += 90) {
            for (boolean isFlipped : new boolean[] {false, true}) {
                SpatialTransform spatial = new SpatialTransform(turn, isFlipped);
                ViewPresentation look = DisplayedAreaFit.fit(spatial, Optional.of(area), volume, plane, 400, 400, 0);
                ViewTransform view =
                        ViewResolver.transform(volume, plane, look, new ViewResolver.PictureSize(400, 400, 1));
                // the standard's order by hand: turn clockwise about the middle, then mirror left to right
                for (double[] corner : new double[][] {{100, 20}, {150, 20}, {150, 40}, {100, 40}}) {
                    double x = (corner[0] - 125) * 8;
                    double y = (corner[1] - 30) * 8;
                    double[] turned = switch (turn) {
                        case 0 -> new double[] {x, y};
                        case 90 -> new double[] {-y, x};
                        case 180 -> new double[] {-x, -y};
                        default -> new double[] {y, -x};
                    };
                    double expectedX = 200 + (isFlipped ? -turned[0] : turned[0]);
                    double expectedY = 200 + turned[1];
                    Vec3 seen = view.voxelToScreen(new Vec3(corner[0] - 0.5, corner[1] - 0.5, 0));
                    assertEquals(expectedX, seen.x(), 1e-6, "turn " + turn + " flip " + isFlipped);
                    assertEquals(expectedY, seen.y(), 1e-6, "turn " + turn + " flip " + isFlipped);
                }
            }
        }
    }

    // [utest->req~presentation.area~1]
    @Test
    void magnificationAndTrueSizeAreKept() {
        Volume volume = volume(200, 100);
        ViewPlane plane = PlaneStack.of(volume, PlaneKind.ACQUIRED).plane(0);
        DisplayedArea magnified = new DisplayedArea(List.of(), 1, 1, 200, 100, DisplayedArea.SizeMode.MAGNIFY, 3);
        DisplayedArea trueSize = new DisplayedArea(List.of(), 1, 1, 200, 100, DisplayedArea.SizeMode.TRUE_SIZE, 0.5);
        assertEquals(3, screenPixelsPerColumn(magnified, volume, plane, 0), 1e-9);
        // 0.5 mm on glass at 0.25 mm a screen pixel
        assertEquals(2, screenPixelsPerColumn(trueSize, volume, plane, 0.25), 1e-9);
        // unknown glass: fitted
        assertEquals(500 / 200.0, screenPixelsPerColumn(trueSize, volume, plane, 0), 1e-9);
    }

    private static double screenPixelsPerColumn(DisplayedArea area, Volume volume, ViewPlane plane, double glassMm) {
        ViewPresentation look =
                DisplayedAreaFit.fit(SpatialTransform.NONE, Optional.of(area), volume, plane, 500, 500, glassMm);
        ViewTransform view = ViewResolver.transform(volume, plane, look, new ViewResolver.PictureSize(500, 500, 1));
        return view.voxelToScreen(new Vec3(1, 0, 0)).distanceTo(view.voxelToScreen(new Vec3(0, 0, 0)));
    }

    // [utest->req~presentation.graphics~1]
    @Test
    void shapesAndWordsAreReadAndBecomeLines() {
        DataSet circle = shape("CIRCLE", "PIXEL", 10, 20, 13, 24);
        DataSet ellipse = shape("ELLIPSE", "DISPLAY", 0.2, 0.5, 0.8, 0.5, 0.5, 0.4, 0.5, 0.6);
        DataSet curve = shape("INTERPOLATED", "PIXEL", 0, 0, 5, 5, 10, 0);
        DataSet broken = shape("ELLIPSE", "PIXEL", 1, 2, 3, 4);
        DataSet words = DataSetBuilder.create()
                .text(PresentationTag.UNFORMATTED_TEXT_VALUE, Vr.ST, "结节")
                .text(PresentationTag.ANCHOR_POINT_ANNOTATION_UNITS, Vr.CS, "PIXEL")
                .decimals(PresentationTag.ANCHOR_POINT, Vr.FL, 7, 8)
                .text(PresentationTag.ANCHOR_POINT_VISIBILITY, Vr.CS, "Y")
                .build();
        DataSet data = DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, "1.2.840.10008.5.1.4.1.1.11.1")
                .sequence(
                        PresentationTag.GRAPHIC_ANNOTATION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, "MARKS")
                                .sequence(
                                        PresentationTag.GRAPHIC_OBJECT_SEQUENCE,
                                        List.of(circle, ellipse, curve, broken))
                                .sequence(PresentationTag.TEXT_OBJECT_SEQUENCE, List.of(words))
                                .build()))
                .build();
        PresentationState state = PresentationStateReader.read(data).orElseThrow();
        assertEquals(List.of("viewer.presentation.shape-unreadable"), state.warningKeys());
        GraphicAnnotation annotation = state.annotations().getFirst();
        assertEquals(3, annotation.graphics().size());
        for (Vec3 point : GraphicPath.of(annotation.graphics().get(0))) {
            assertEquals(5, point.distanceTo(new Vec3(10, 20, 0)), 1e-9);
        }
        for (Vec3 point : GraphicPath.of(annotation.graphics().get(1))) {
            double x = (point.x() - 0.5) / 0.3;
            double y = (point.y() - 0.5) / 0.1;
            assertEquals(1, x * x + y * y, 1e-5);
        }
        List<Vec3> smooth = GraphicPath.of(annotation.graphics().get(2));
        assertTrue(smooth.stream().anyMatch(p -> p.distanceTo(new Vec3(5, 5, 0)) < 1e-6));
        assertEquals(
                new Vec3(7, 8, 0),
                annotation.texts().getFirst().anchor().orElseThrow().point());
    }

    private static DataSet shape(String type, String units, double... numbers) {
        return DataSetBuilder.create()
                .text(PresentationTag.GRAPHIC_ANNOTATION_UNITS, Vr.CS, units)
                .text(Tag.GRAPHIC_TYPE, Vr.CS, type)
                .decimals(Tag.GRAPHIC_DATA, Vr.FL, numbers)
                .build();
    }

    private static Volume volume(int columns, int rows) {
        AffineMap map = new AffineMap(new Vec3(0.7, 0, 0), new Vec3(0, 0.7, 0), new Vec3(0, 0, 1), new Vec3(3, 4, 5));
        return new Volume(List.of(GreySlice.of(columns, rows, new short[columns * rows], 1, 0)), map, true);
    }
}
