package org.readingroom.viewer.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.dicom.ByteSlice;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.PixelData;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.display.FrameDescriber;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ImageHeader;
import org.readingroom.viewer.display.MaskSubtraction;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.render.CpuRenderer;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.FramePicture;
import org.readingroom.viewer.viewport.Interpolation;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.StateLayers;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.readingroom.viewer.volume.Slice;
import org.readingroom.viewer.volume.SliceDecoder;

/// Shutters, bitmaps and the mask of a presentation state on an image made here.
// [utest->req~presentation.bitmaps~1]
class StateBitmapsTest {
    private static final int SIDE = 64;
    private static final String SC = "1.2.840.10008.5.1.4.1.1.7";
    private static final String GSPS = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final int SHAPE = 0x00181600;
    private static final int SHUTTER_VALUE = 0x00181622;
    private static final int ACTIVATION = 0x60001001;

    /// The corners of the polygonal shutter, closed, by the toolkit's own geometry.
    private static final Path2D POLYGON = new Path2D.Double();

    static {
        POLYGON.moveTo(30, 5);
        POLYGON.lineTo(60, 40);
        POLYGON.lineTo(20, 60);
        POLYGON.lineTo(25, 35);
        POLYGON.lineTo(3, 20);
        POLYGON.closePath();
    }

    @TempDir
    Path folder;

    /// Greys are DCMTK's for the same state; it draws neither shutters nor bitmaps, which are worked out here.
    @ParameterizedTest
    @ValueSource(strings = {"rectangle", "circle", "polygon", "all", "bitmap", "overlays", "nothing"})
    void aStateHidesAndMarksWhatItSaysAndNothingElse(String what)
            throws IOException, InterruptedException, WorkstationException {
        Path image = folder.resolve("image.dcm");
        Path state = folder.resolve("state.dcm");
        write(image, image(), Optional.of(pixels()));
        write(state, state(what), Optional.empty());
        Path drawn = folder.resolve("drawn.pgm");
        String said = Tools.output("dcmp2pgm", "-p", state.toString(), image.toString(), drawn.toString());
        Assumptions.assumeTrue(Files.exists(drawn), "skipped: dcmp2pgm drew nothing: " + said);
        byte[] greys = pgm(Files.readAllBytes(drawn));
        int[] ours = draw(image, state);
        assertEquals(greys.length, ours.length);
        int special = 0;
        for (int i = 0; i < ours.length; i++) {
            int column = i % SIDE + 1;
            int row = i / SIDE + 1;
            int wanted = wanted(what, column, row);
            special += wanted < 0 ? 0 : 1;
            int within = wanted < 0 ? 1 : 0;
            assertEquals(
                    wanted < 0 ? greys[i] & 0xFF : wanted, ours[i] & 0xFF, within, what + " at " + column + "\\" + row);
        }
        assertTrue(what.equals("nothing") ? special == 0 : special > 100, special + " pixels are not the image's");
    }

    /// The grey that a state puts on a pixel, counted from one; -1 where it leaves the image.
    private static int wanted(String what, int column, int row) {
        boolean isAll = what.equals("all");
        boolean isHidden = (isAll || what.equals("rectangle")) && (column < 6 || column > 50 || row < 11 || row > 60)
                || (isAll || what.equals("circle")) && Math.hypot(column - 34, row - 30) > 25
                || (isAll || what.equals("polygon")) && !POLYGON.intersects(column - 1e-6, row - 1e-6, 2e-6, 2e-6)
                || what.equals("bitmap") && ((row - 1) * SIDE + column - 1) % 3 != 0;
        if (isHidden) {
            return 0x80;
        }
        if (what.equals("overlays")) {
            if (isSet(column - 40, row + 3, 16, 2)) {
                return 0x40;
            }
            return isSet(column - 5, row - 24, 8, 9) ? 0xFF : -1;
        }
        return -1;
    }

    private static boolean isSet(int column, int row, int side, int holes) {
        return column >= 0 && row >= 0 && column < side && row < side && (row * side + column) % holes != 0;
    }

    private static int[] draw(Path image, Path state) throws WorkstationException {
        DicomFile file = DicomReader.read(image);
        ImageFrame frame =
                FrameDescriber.frames(ImageHeader.of(file).orElseThrow()).getFirst();
        Slice slice = SliceDecoder.slice(frame, FrameReader.of(file).frame(0));
        DataPresentation data = new DataPresentation(null, false, Palettes.GREY, Interpolation.NEAREST);
        if (state != null) {
            AppliedPresentation applied = PresentationApplier.apply(
                    PresentationStateReader.read(DicomReader.read(state).dataSet())
                            .orElseThrow(),
                    frame);
            data = data.withVoi(applied.voi().orElseThrow())
                    .withState(new StateLayers(Map.of(frame.ref(), applied.over())));
        }
        ResolvedView view =
                FramePicture.resolve(frame, slice, data, ViewPresentation.FIT, PictureSize.pixels(SIDE, SIDE));
        int[] argb = new int[SIDE * SIDE];
        try (CpuRenderer renderer = new CpuRenderer()) {
            renderer.render(view, IntBuffer.wrap(argb));
        }
        return argb;
    }

    /// A mask of frames 1 and 2 for a state on a run whose file says nothing of masks.
    @Test
    void theMaskOfAStateIsTakenOffItsFrames() {
        DataSet item = DataSetBuilder.create()
                .text(0x00286101, Vr.CS, "AVG_SUB")
                .integers(0x00286110, Vr.US, 1, 2)
                .decimals(0x00286114, Vr.FL, 0.5, -1)
                .build();
        DataSetBuilder builder = base(GSPS, "2.25.9")
                .sequence(0x00286100, List.of(item))
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(reference()));
        PresentationState state = PresentationStateReader.read(builder.build()).orElseThrow();
        ImageFrame frame =
                FrameDescriber.frames(ImageHeader.of(image()).orElseThrow()).getFirst();
        StateLayers.OfFrame over = PresentationApplier.apply(state, frame).over();
        DataPresentation data = new DataPresentation(null, false, Palettes.GREY, Interpolation.NEAREST);
        assertNull(data.subtraction(frame));
        MaskSubtraction mask =
                data.withState(new StateLayers(Map.of(frame.ref(), over))).subtraction(frame);
        assertEquals(new MaskSubtraction(List.of(0), List.of(0, 1), 0.5, 1, false, "", true), mask);
    }

    private static DataSetBuilder base(String sopClass, String instance) {
        return DataSetBuilder.create()
                .text(Tag.SOP_CLASS_UID, Vr.UI, sopClass)
                .text(Tag.SOP_INSTANCE_UID, Vr.UI, instance)
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.1")
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, sopClass.equals(SC) ? "2.25.2" : "2.25.3")
                .text(Tag.PATIENT_ID, Vr.LO, "T-1")
                .text(0x00100010, Vr.PN, "Test^State")
                .text(0x00200013, Vr.IS, "1")
                .text(Tag.MODALITY, Vr.CS, sopClass.equals(SC) ? "OT" : "PR");
    }

    /// Values that rise to the right and down, with an overlay and a shutter of their own.
    private static DataSet image() {
        DataSetBuilder image = base(SC, "2.25.8")
                .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME2")
                .integers(Tag.SAMPLES_PER_PIXEL, Vr.US, 1)
                .integers(Tag.ROWS, Vr.US, SIDE)
                .integers(Tag.COLUMNS, Vr.US, SIDE)
                .integers(Tag.BITS_ALLOCATED, Vr.US, 8)
                .integers(Tag.BITS_STORED, Vr.US, 8)
                .integers(Tag.HIGH_BIT, Vr.US, 7)
                .integers(Tag.PIXEL_REPRESENTATION, Vr.US, 0)
                .text(SHAPE, Vr.CS, "CIRCULAR")
                .integers(0x00181610, Vr.IS, 32, 32)
                .integers(0x00181612, Vr.IS, 20)
                .integers(SHUTTER_VALUE, Vr.US, 0xFFFF);
        return overlay(image, 0, 8, 24, 5, 9).build();
    }

    private static PixelData pixels() {
        byte[] bytes = new byte[SIDE * SIDE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (2 * (i % SIDE) + i / SIDE);
        }
        return new PixelData.Native(Tag.PIXEL_DATA, Vr.OB, ByteSlice.of(bytes), bytes.length, false);
    }

    /// A checked bitmap of `side` squared whose first pixel lies on a row and column counted from one.
    private static DataSetBuilder overlay(DataSetBuilder in, int index, int side, int row, int column, int holes) {
        int shift = index * 0x20000;
        byte[] bits = new byte[(side * side + 15) / 16 * 2];
        for (int i = 0; i < side * side; i++) {
            if (i % holes != 0) {
                bits[i / 8] |= (byte) (1 << i % 8);
            }
        }
        return in.integers(0x60000010 + shift, Vr.US, side)
                .integers(0x60000011 + shift, Vr.US, side)
                .text(0x60000040 + shift, Vr.CS, "G")
                .integers(0x60000050 + shift, Vr.SS, row, column)
                .integers(0x60000100 + shift, Vr.US, 1)
                .integers(0x60000102 + shift, Vr.US, 0)
                .bytes(0x60003000 + shift, Vr.OW, bits);
    }

    private static DataSet reference() {
        return DataSetBuilder.create()
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, "2.25.2")
                .sequence(
                        Tag.REFERENCED_IMAGE_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .text(Tag.REFERENCED_SOP_CLASS_UID, Vr.UI, SC)
                                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "2.25.8")
                                .build()))
                .build();
    }

    private static DataSet layer(String name, int order, int grey) {
        return DataSetBuilder.create()
                .text(PresentationTag.GRAPHIC_LAYER, Vr.CS, name)
                .integers(PresentationTag.GRAPHIC_LAYER_ORDER, Vr.IS, order)
                .integers(PresentationTag.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE, Vr.US, grey)
                .build();
    }

    private static DataSet state(String what) {
        DataSetBuilder state = base(GSPS, "2.25.9")
                .text(PresentationTag.CONTENT_LABEL, Vr.CS, "TEST")
                .text(PresentationTag.PRESENTATION_CREATION_DATE, Vr.DA, "20260101")
                .text(PresentationTag.PRESENTATION_CREATION_TIME, Vr.TM, "101500")
                .text(0x20500020, Vr.CS, "IDENTITY")
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, List.of(reference()))
                .sequence(
                        PresentationTag.DISPLAYED_AREA_SELECTION_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .integers(PresentationTag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, Vr.SL, 1, 1)
                                .integers(PresentationTag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, Vr.SL, SIDE, SIDE)
                                .text(PresentationTag.PRESENTATION_SIZE_MODE, Vr.CS, "SCALE TO FIT")
                                .integers(PresentationTag.PRESENTATION_PIXEL_ASPECT_RATIO, Vr.IS, 1, 1)
                                .build()))
                .sequence(
                        Tag.SOFTCOPY_VOILUT_SEQUENCE,
                        List.of(DataSetBuilder.create()
                                .decimals(Tag.WINDOW_CENTER, Vr.DS, 100)
                                .decimals(Tag.WINDOW_WIDTH, Vr.DS, 180)
                                .build()));
        boolean isAll = what.equals("all");
        StringBuilder shapes = new StringBuilder();
        if (isAll || what.equals("rectangle")) {
            shapes.append("\\RECTANGULAR");
            state.integers(0x00181602, Vr.IS, 6)
                    .integers(0x00181604, Vr.IS, 50)
                    .integers(0x00181606, Vr.IS, 11)
                    .integers(0x00181608, Vr.IS, 60);
        }
        if (isAll || what.equals("circle")) {
            shapes.append("\\CIRCULAR");
            state.integers(0x00181610, Vr.IS, 30, 34).integers(0x00181612, Vr.IS, 25);
        }
        if (isAll || what.equals("polygon")) {
            shapes.append("\\POLYGONAL");
            state.integers(0x00181620, Vr.IS, 5, 30, 40, 60, 60, 20, 35, 25, 20, 3);
        }
        if (what.equals("bitmap")) {
            shapes.append("\\BITMAP");
            state.integers(0x00181623, Vr.US, 0x6002);
            overlay(state, 1, SIDE, 1, 1, 3);
        }
        if (!shapes.isEmpty()) {
            state.text(SHAPE, Vr.CS, shapes.substring(1)).integers(SHUTTER_VALUE, Vr.US, 0x8080);
        }
        if (what.equals("overlays")) {
            state.sequence(
                            PresentationTag.GRAPHIC_LAYER_SEQUENCE,
                            List.of(layer("LOW", 1, 0x4040), layer("HIGH", 2, 0xFFFF)))
                    .text(ACTIVATION, Vr.CS, "HIGH")
                    .text(ACTIVATION + 0x40000, Vr.CS, "LOW");
            overlay(state, 2, 16, -3, 40, 2);
        }
        return state.build();
    }

    private static void write(Path file, DataSet data, Optional<PixelData> pixels) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            DicomWriter.write(out, data, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, pixels);
        }
    }

    /// The raster of a P5 file of 255 greys.
    private static byte[] pgm(byte[] file) {
        String head = new String(file, 0, Math.min(64, file.length), StandardCharsets.ISO_8859_1);
        return Arrays.copyOfRange(file, head.indexOf("255\n") + 4, file.length);
    }
}
