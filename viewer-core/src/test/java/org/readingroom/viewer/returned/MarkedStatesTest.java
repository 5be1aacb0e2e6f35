package org.readingroom.viewer.returned;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.readingroom.viewer.codec.FrameReader;
import org.readingroom.viewer.codec.StoredValues;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.Dciodvfy;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tools;
import org.readingroom.viewer.dicom.TransferSyntax;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.ModalityLut;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.origin.SourceImage;
import org.readingroom.viewer.origin.SourceImages;
import org.readingroom.viewer.origin.TestOrigin;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.presentation.AppliedPresentation;
import org.readingroom.viewer.presentation.DisplayedArea;
import org.readingroom.viewer.presentation.GraphicObject;
import org.readingroom.viewer.presentation.PresentationApplier;
import org.readingroom.viewer.presentation.PresentationState;
import org.readingroom.viewer.presentation.PresentationStateReader;
import org.readingroom.viewer.presentation.PresentationStateWriter;
import org.readingroom.viewer.presentation.SpatialTransform;

/// Looks and marks that went through a presentation state come back as they were.
class MarkedStatesTest {
    @TempDir
    Path folder;

    static List<String> names() {
        return Sources.names();
    }

    private static byte[] bytes(DataSet dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(out, dataSet, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, Optional.empty());
        return out.toByteArray();
    }

    private static PresentationState read(DataSet written) throws IOException, WorkstationException {
        return PresentationStateReader.read(DicomReader.read(bytes(written)).dataSet())
                .orElseThrow();
    }

    // [utest->req~presentation.write~1]
    // [utest->req~returned.state~1]
    @ParameterizedTest
    @MethodSource("names")
    void aStateIsReadBackEqual(String name) throws IOException, WorkstationException {
        SourceImage image = Sources.image(name);
        SourceImages images = new SourceImages(List.of(image));
        PresentationState state = MarkedStates.of(
                        "Marks 标注", Sources.marks(image), List.of(), images, ref -> ImageLook.PLAIN)
                .states()
                .getFirst();
        PresentationState read = read(PresentationStateWriter.write(state, TestOrigin.ORIGIN, images));
        assertEquals(List.of(), read.warningKeys());
        assertEquals(state.kind(), read.kind());
        assertEquals(image.header().isColour(), read.kind() == PresentationState.Kind.COLOR);
        assertEquals("Marks 标注", read.description());
        assertEquals("李医生", read.creator().display());
        assertEquals(state.images(), read.images());
        assertEquals(state.vois(), read.vois());
        assertEquals(state.isInverse(), read.isInverse());
        assertEquals(state.areas(), read.areas());
        assertEquals(state.layers(), read.layers());
        assertEquals(state.overlayLayers(), read.overlayLayers());
        assertTrue(isSame(state.modalityLut(), read.modalityLut()), state.modalityLut() + " " + read.modalityLut());
        assertEquals(1, read.annotations().size());
        assertEquals(
                state.annotations().getFirst().references(),
                read.annotations().getFirst().references());
        List<GraphicObject> wanted = state.annotations().getFirst().graphics();
        List<GraphicObject> found = read.annotations().getFirst().graphics();
        assertEquals(wanted.size(), found.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertEquals(wanted.get(i).kind(), found.get(i).kind());
            for (int j = 0; j < wanted.get(i).points().size(); j++) {
                double far = wanted.get(i)
                        .points()
                        .get(j)
                        .distanceTo(found.get(i).points().get(j));
                assertTrue(far < 3e-4, "a point came back " + far + " pixels away");
            }
        }
        assertEquals(
                "肝左叶 S2\n12.3 mm",
                read.annotations().getFirst().texts().getFirst().text().replace("\r\n", "\n"));
        // words by hand: the length begins 3.3 left of and 2.1 below the middle, and (0.5, 0.5) is the first centre
        ImageFrame frame = image.frames().getLast();
        Vec3 start = found.getFirst().points().getFirst();
        assertEquals(frame.format().columns() / 2.0 - 2.8, start.x(), 3e-4);
        assertEquals(frame.format().rows() / 2.0 + 2.6, start.y(), 3e-4);
    }

    private static boolean isSame(ModalityLut a, ModalityLut b) {
        return a instanceof ModalityLut.Linear one && b instanceof ModalityLut.Linear other
                ? one.slope() == other.slope() && one.intercept() == other.intercept()
                : a instanceof ModalityLut.Table table
                        && b instanceof ModalityLut.Table same
                        && table.firstMapped() == same.firstMapped()
                        && Arrays.equals(table.values(), same.values());
    }

    // [utest->req~presentation.write~1]
    @ParameterizedTest
    @CsvSource({"0, false", "90, false", "180, false", "270, false", "0, true", "90, true", "180, true", "270, true"})
    void turnFlipZoomWindowAndShutterAreReadBackEqual(int degrees, boolean isFlipped)
            throws IOException, InterruptedException, WorkstationException {
        SourceImage image = Sources.image("ct");
        SourceImages images = new SourceImages(List.of(image));
        DisplayedArea area = new DisplayedArea(List.of(), 11, 21, 60, 90, DisplayedArea.SizeMode.MAGNIFY, 2.5);
        ImageLook look = new ImageLook(
                Optional.of(new Voi.Window(40.5, 399.25, Voi.Function.SIGMOID, "腹部")),
                true,
                new SpatialTransform(degrees, isFlipped),
                Optional.of(area));
        PresentationState state = MarkedStates.of(
                        "", List.of(), List.of(image.frames().getFirst().ref()), images, ref -> look)
                .states()
                .getFirst();
        DataSet written = PresentationStateWriter.write(withShutter(state), TestOrigin.ORIGIN, images);
        assertEquals(List.of(), Dciodvfy.errors(written));
        PresentationState read = read(written);
        assertEquals(look.transform(), read.transform());
        assertTrue(read.isInverse());
        assertEquals(look.voi(), read.vois().getFirst().voi());
        assertEquals(
                new DisplayedArea(List.of(image.reference(0)), 11, 21, 60, 90, DisplayedArea.SizeMode.MAGNIFY, 2.5),
                read.areas().getFirst());
        assertEquals(withShutter(state).shutter(), read.shutter());
    }

    private static PresentationState withShutter(PresentationState s) {
        DisplayShutter shutter = new DisplayShutter(
                new DisplayShutter.Rectangle(3, 4, 90, 80),
                new DisplayShutter.Circle(50, 40, 33),
                List.of(
                        new DisplayShutter.Vertex(1, 2),
                        new DisplayShutter.Vertex(80, 5),
                        new DisplayShutter.Vertex(40, 90)),
                null,
                0xFF000000);
        return new PresentationState(
                s.instance(),
                s.kind(),
                s.label(),
                s.description(),
                s.created(),
                s.creator(),
                s.images(),
                s.modalityLut(),
                s.vois(),
                s.presentationLut(),
                s.isInverse(),
                s.palette(),
                s.transform(),
                s.areas(),
                s.layers(),
                s.annotations(),
                s.overlayLayers(),
                Optional.of(shutter),
                s.overlays(),
                s.mask(),
                s.warningKeys());
    }

    /// The area begins where the corner of the image comes to stand that the turn and the flip bring
    /// there.
    // [utest->req~presentation.write~1]
    @ParameterizedTest
    @CsvSource({
        "0, false, 1, 1", "90, false, 1, 128", "180, false, 128, 128", "270, false, 128, 1",
        "0, true, 128, 1", "90, true, 1, 1", "180, true, 1, 128", "270, true, 128, 128"
    })
    void theTopLeftCornerIsTheOneOnTheScreen(int degrees, boolean isFlipped, int column, int row) {
        SourceImage image = Sources.image("ct");
        assertEquals(128, image.header().format().columns());
        SourceImages images = new SourceImages(List.of(image));
        ImageLook look =
                new ImageLook(Optional.empty(), false, new SpatialTransform(degrees, isFlipped), Optional.empty());
        PresentationState state = MarkedStates.of(
                        "", List.of(), List.of(image.frames().getFirst().ref()), images, ref -> look)
                .states()
                .getFirst();
        DataSet written = PresentationStateWriter.write(state, TestOrigin.ORIGIN, images);
        int[] corner = written.item(0x0070005A).orElseThrow().integers(0x00700052);
        assertEquals(List.of(column, row), List.of(corner[0], corner[1]));
    }

    // [utest->req~presentation.write~1]
    @Test
    void aTableOfSignedValuesAndOneTooLargeForTheStandard()
            throws IOException, InterruptedException, WorkstationException {
        SourceImage image = Sources.image("ct");
        SourceImages images = new SourceImages(List.of(image));
        int[] ramp = new int[2000];
        Arrays.setAll(ramp, i -> i * 32);
        Voi.Table table = new Voi.Table(-500, 16, ramp, "ramp");
        PresentationState read = state(images, image, table);
        Voi.Table back = (Voi.Table) read.vois().getFirst().voi().orElseThrow();
        assertEquals(-500, back.firstMapped());
        assertTrue(Arrays.equals(ramp, back.values()));
        assertEquals(
                List.of(),
                state(images, image, new Voi.Table(-40_000, 16, ramp, "")).vois());
    }

    private static PresentationState state(SourceImages images, SourceImage image, Voi voi)
            throws IOException, InterruptedException, WorkstationException {
        ImageLook look = new ImageLook(Optional.of(voi), false, SpatialTransform.NONE, Optional.empty());
        PresentationState state = MarkedStates.of(
                        "", List.of(), List.of(image.frames().getFirst().ref()), images, ref -> look)
                .states()
                .getFirst();
        assertEquals(new ModalityLut.Linear(1, -1024, ValueUnit.HOUNSFIELD), state.modalityLut());
        DataSet written = PresentationStateWriter.write(state, TestOrigin.ORIGIN, images);
        assertEquals(List.of(), Dciodvfy.errors(written));
        return read(written);
    }

    /// Images that a state can say but once different things of have states of their own.
    // [utest->req~returned.state~1]
    @Test
    void greyColourAndTurnedImagesHaveStatesOfTheirOwn() {
        SourceImage ct = Sources.image("ct");
        SourceImage pet = Sources.image("pet");
        SourceImage us = Sources.image("us");
        SourceImages images = new SourceImages(List.of(ct, pet, us));
        List<PresentationState> states = MarkedStates.of(
                        "",
                        java.util.stream.Stream.of(ct, pet, us)
                                .flatMap(image -> Sources.marks(image).stream())
                                .toList(),
                        List.of(),
                        images,
                        ref -> ImageLook.PLAIN)
                .states();
        assertEquals(3, states.size());
        for (PresentationState state : states) {
            assertEquals(1, MarkedStates.modalities(state, images).size());
        }
    }

    /// Every grey of a windowed, inverted image is the one DCMTK draws with our state.
    // [utest->req~presentation.write~1]
    @ParameterizedTest
    @CsvSource({"40, 400, false", "-600, 1500, true"})
    void greysAreDcmtks(double center, double width, boolean isInverted)
            throws IOException, InterruptedException, WorkstationException {
        SyntheticInstance instance = CtChestPhantom.coarse().instance(12);
        SourceImage image = TestOrigin.image(instance);
        SourceImages images = new SourceImages(List.of(image));
        ImageLook look = new ImageLook(
                Optional.of(Voi.Window.linear(center, width)), isInverted, SpatialTransform.NONE, Optional.empty());
        PresentationState state = MarkedStates.of(
                        "", List.of(), List.of(image.frames().getFirst().ref()), images, ref -> look)
                .states()
                .getFirst();
        Path picture = Files.write(folder.resolve("image.dcm"), instance.toBytes());
        Path file = Files.write(
                folder.resolve("state.dcm"), bytes(PresentationStateWriter.write(state, TestOrigin.ORIGIN, images)));
        Path drawn = folder.resolve("drawn.pgm");
        String said = Tools.output("dcmp2pgm", "-p", file.toString(), picture.toString(), drawn.toString());
        Assumptions.assumeTrue(Files.exists(drawn), "skipped: dcmp2pgm drew nothing: " + said);
        byte[] pgm = Files.readAllBytes(drawn);
        DicomFile dicom = DicomReader.read(picture);
        int[] stored = StoredValues.ints(FrameReader.of(dicom).frame(0));
        int start = pgm.length - stored.length;
        assertTrue(new String(pgm, 0, start, StandardCharsets.US_ASCII).startsWith("P5"), said);
        ImageFrame frame = image.frames().getFirst();
        AppliedPresentation applied = PresentationApplier.apply(state, frame);
        for (int i = 0; i < stored.length; i++) {
            // by the formula of C.11.2.1.2, not by our classes
            double hounsfield = stored[i] - 1024.0;
            double grey = Math.clamp((hounsfield - (center - 0.5)) / (width - 1) + 0.5, 0, 1);
            double wanted = 255 * (isInverted ? 1 - grey : grey);
            assertEquals(wanted, pgm[start + i] & 0xFF, 1.01, "pixel " + i);
        }
        assertTrue(applied.isExact());
    }
}
