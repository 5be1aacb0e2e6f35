package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.viewer.display.ColourProfile;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.DisplayShutter;
import org.readingroom.viewer.display.FrameExtras;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.OverlayPlane;
import org.readingroom.viewer.display.RealWorldValueMap;
import org.readingroom.viewer.display.SplitLabel;
import org.readingroom.viewer.display.ValueUnit;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// What a file brings besides its values: windows, overlays, a shutter, maps of values, the reason it stands apart.
class FileWindowsTest {
    private static final PictureSize SIZE = PictureSize.pixels(64, 64);
    private static final Voi LUNG = new Voi.Window(-600, 1500, Voi.Function.LINEAR, "LUNG");
    private static final Voi BONE = new Voi.Window(300, 1500, Voi.Function.LINEAR, "BONE");
    private static final Voi TABLE = new Voi.Table(0, 8, new int[] {0, 255}, "EDGES");

    private final StepRunner tasks = new StepRunner();
    private final TestFrames frames = new TestFrames(3, p -> (int) (100 * (p.y() + 8) + p.x() + 8));
    private final ReadingDeskModel desk = new ReadingDeskModel(tasks);
    private final ViewportModel view = desk.views().getFirst();
    private final FileText text = new FileText(Messages.of(Locale.ENGLISH));

    @BeforeEach
    void open() {
        DisplaySet plain = frames.set();
        List<ImageFrame> made =
                plain.frames().stream().map(FileWindowsTest::with).toList();
        DisplaySet set = new DisplaySet(
                plain.id(),
                plain.study(),
                plain.series(),
                "MR",
                "",
                made,
                true,
                List.of(),
                "diffusion",
                plain.facts(),
                List.of(
                        new SplitLabel("viewer.split.diffusion", List.of("800")),
                        new SplitLabel("viewer.split.kind", List.of(""))));
        desk.open(List.of(set), frames);
        tasks.runAll();
    }

    private static ImageFrame with(ImageFrame f) {
        RealWorldValueMap adc = new RealWorldValueMap(
                0, 1500, 1e-6, 2e-4, null, new ValueUnit("mm2/s", "mm²/s"), "ADC", "apparent diffusion");
        RealWorldValueMap table =
                new RealWorldValueMap(0, 2, 1, 0, new double[] {7, 8.5, 9}, ValueUnit.NONE, "", "lookup");
        OverlayPlane overlay =
                new OverlayPlane(0x6000, OverlayPlane.Kind.GRAPHICS, 16, 16, 0, 0, new byte[] {1}, 0, "", "", "");
        DisplayShutter shutter =
                new DisplayShutter(new DisplayShutter.Rectangle(2, 2, 12, 12), null, List.of(), null, 0xFF000000);
        return new ImageFrame(
                f.ref(),
                f.format(),
                f.plane(),
                f.frameOfReference(),
                f.scale(),
                f.modalityLut(),
                List.of(LUNG, BONE, TABLE),
                f.inverse(),
                f.padding(),
                f.paletteColor(),
                f.regions(),
                f.facts(),
                new FrameExtras(List.of(overlay), List.of(), shutter, null, List.of(adc, table), null, null, null));
    }

    private void press(String id) {
        new LayerCommands(desk, new SimpleBooleanProperty(true))
                .all().stream()
                        .filter(command -> command.id().equals("desk." + id))
                        .findFirst()
                        .orElseThrow()
                        .action()
                        .run();
    }

    private Picture.Ready ready() {
        return assertInstanceOf(Picture.Ready.class, view.picture(SIZE));
    }

    private List<String> corner() {
        return text.lines(
                ready().frame(),
                "MR",
                desk.sets().getFirst().presentationProperty().get(),
                null);
    }

    // [utest->req~desk.voi-key~1]
    @Test
    void oneKeyGoesThroughTheWindowsOfTheFileAndBack() {
        assertEquals(LUNG, ready().view().voi());
        assertEquals(List.of("LUNG · 1 of 3"), corner());
        press("voi-next");
        assertEquals(BONE, ready().view().voi());
        assertEquals(List.of("BONE · 2 of 3"), corner());
        press("voi-next");
        assertEquals(TABLE, ready().view().voi());
        assertEquals(List.of("3 of 3"), corner(), "the table is named as the window");
        press("voi-next");
        Voi.Window whole = assertInstanceOf(Voi.Window.class, ready().view().voi());
        assertEquals(1515, whole.width(), 1e-3, "values run from 0 to 1515");
        assertEquals(List.of("Whole range of values"), corner());
        press("voi-next");
        assertEquals(LUNG, ready().view().voi());
        press("voi-previous");
        press("voi-previous");
        assertEquals(TABLE, ready().view().voi());
    }

    // [utest->req~desk.voi-key~1]
    @Test
    void aWindowOfTheReadersOwnIsNoneOfTheFile() {
        view.window(Voi.Window.linear(50, 60));
        assertEquals(List.of(), corner());
        press("voi-next");
        assertEquals(LUNG, ready().view().voi());
        view.window(Voi.Window.linear(50, 60));
        press("voi-previous");
        assertEquals(List.of("Whole range of values"), corner());
    }

    // [utest->req~desk.file-layers~1]
    @Test
    void overlaysAndShutterAreSwitchedEachByItsKey() {
        assertEquals(1, ready().view().layers().overlays().size());
        press("overlays");
        assertEquals(0, ready().view().layers().overlays().size());
        assertTrue(ready().view().layers().shutter() != null);
        press("shutter");
        assertTrue(ready().view().layers().isEmpty());
        press("overlays");
        press("shutter");
        assertEquals(1, ready().view().layers().overlays().size());
        assertTrue(ready().view().layers().shutter() != null);
    }

    private String under(int column, int row) {
        var screen = ready().view().transform().voxelToScreen(new org.readingroom.viewer.geometry.Vec3(column, row, 0));
        PictureContext context =
                new PictureContext(ready(), desk.sets().getFirst().displaySet(), () -> {}, () -> {});
        return ReadoutText.of(ReadoutSampler.at(context, screen.x(), screen.y()));
    }

    /// By hand: stored 812 at column 12, row 8: 812e-6 + 2e-4.
    // [utest->req~desk.real-world-value~1]
    @Test
    void theQuantityOfTheFileStandsBesideTheValue() {
        assertTrue(under(12, 8).startsWith("812 HU   ADC 0.001012 mm²/s   12, 8"), under(12, 8));
        assertTrue(under(1, 0).startsWith("1 HU   ADC 0.000201 mm²/s   lookup 8.5   1, 0"), under(1, 0));
        assertTrue(under(5, 15).startsWith("1505 HU   5, 15"), "beyond the map: " + under(5, 15));
    }

    // [utest->req~desk.real-world-value~1]
    @Test
    void smallNumbersKeepFourPlaces() {
        assertEquals("0.0008123", ReadoutText.significant(0.00081234));
        assertEquals("0", ReadoutText.significant(0));
        assertEquals("1234000", ReadoutText.significant(1_234_321));
        assertEquals("1.235E-9", ReadoutText.significant(1.2346e-9));
    }

    // [utest->req~desk.split-reason~1]
    @Test
    void aSetSaysWhyItStandsApart() {
        assertEquals(List.of("b 800 s/mm²"), text.apart(desk.sets().getFirst().displaySet()));
    }

    // [utest->req~desk.split-reason~1]
    @Test
    void codesOfNuclearSetsAreWords() {
        DisplaySet set = desk.sets().getFirst().displaySet();
        DisplaySet nuclear = new DisplaySet(
                set.id(),
                set.study(),
                set.series(),
                "NM",
                "",
                set.frames(),
                false,
                List.of(),
                "nuclear",
                set.facts(),
                List.of(new SplitLabel("viewer.split.nuclear", List.of("E1 D2 RR16 T3"))));
        assertEquals(
                List.of("Energy window 1  Detector 2  RR interval 16  Time slot 3"),
                new FileText(Messages.of(Locale.ENGLISH)).apart(nuclear));
    }

    /// Linear light as the profile of the file: far from sRGB.
    // [utest->req~desk.colour-profile~1]
    @Test
    void theColourProfileThatWasAppliedIsNamed() {
        byte[] icc = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ColourProfile profile = ColourProfile.of(icc).orElseThrow();
        ImageFrame plain = frames.set().frames().getFirst();
        ImageFrame coloured = new ImageFrame(
                plain.ref(),
                plain.format(),
                null,
                null,
                plain.scale(),
                plain.modalityLut(),
                List.of(),
                false,
                null,
                null,
                List.of(),
                plain.facts(),
                new FrameExtras(List.of(), List.of(), null, null, List.of(), null, profile, null));
        List<String> lines = text.lines(coloured, "XC", OpenSet.AS_TAKEN.withVoi(LUNG), null);
        String wanted =
                profile.name().isBlank() ? "Colours by the ICC profile of the file" : "Colours by " + profile.name();
        assertEquals(List.of(wanted), lines);
    }
}
