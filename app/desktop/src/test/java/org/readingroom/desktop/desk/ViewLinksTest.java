package org.readingroom.desktop.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.ImagePlane;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.testing.StepRunner;
import org.readingroom.viewer.testing.TestFrames;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;

/// Four views: the study read (slices at 0, 2, … 78), a second series of it (at 1, 6, 11, …), a prior in
/// its own frame of reference (at 0, 3, 6, …), and a coronal series.
// [utest->req~desk.linked-scroll~1]
// [utest->req~desk.linked-look~1]
// [utest->req~desk.same-place~1]
// [utest->req~desk.link-told~1]
// [utest->req~desk.never-two-patients~1]
class ViewLinksTest {
    private static final Study NOW = StudySets.study("2.25.10", StudySets.ONE, "2026-01-15T09:30:00");
    private static final Study PRIOR = StudySets.study("2.25.20", StudySets.ONE, "2025-05-15T14:15:00");
    private static final Study OTHER = StudySets.study("2.25.30", StudySets.TWO, "2025-05-15T14:15:00");
    private static final String HERE = "2.25.9";
    private static final PictureSize SIZE = PictureSize.pixels(320, 320);

    private final StepRunner runner = new StepRunner();
    private final ReadingDeskModel desk = new ReadingDeskModel(runner);
    private final LinkSwitches switches = desk.links().switches();
    private final LinkWords words = new LinkWords(Messages.of(Locale.ENGLISH));
    private final List<String> told = new ArrayList<>();

    private static DisplaySet axial(
            Study study, String series, String reference, int depth, double first, double step) {
        return StudySets.set(study, series, "", reference, depth, k -> StudySets.axial(first + step * k));
    }

    /// 1 mm pixels, slices 1 mm apart from front to back.
    private static DisplaySet coronal() {
        return StudySets.set(
                NOW,
                "2.25.10.3",
                "coronal",
                HERE,
                16,
                k -> new ImagePlane(
                        new Vec3(-8, -8 + k, 70), new Vec3(1, 0, 0), new Vec3(0, 0, -1), new PixelSpacing(1, 1)));
    }

    private ViewportModel view(int index) {
        return desk.views().get(index);
    }

    /// The height of the slice that a view shows.
    private double z(int index) {
        return view(index).frame().orElseThrow().plane().position().z();
    }

    @BeforeEach
    void open() {
        desk.open(
                List.of(axial(NOW, "2.25.10.1", HERE, 40, 0, 2), axial(NOW, "2.25.10.2", HERE, 16, 1, 5), coronal()),
                new TestFrames(40, p -> 0));
        desk.studies().begin(NOW);
        desk.studies().put(PRIOR, Standing.PRIOR);
        desk.studies().add(PRIOR.uid(), List.of(axial(PRIOR, "2.25.20.1", "2.25.99", 30, 0, 3)));
        desk.arrange(Layout.FOUR);
        view(2).show(desk.sets().getLast());
        view(3).show(desk.sets().get(2));
        desk.links().setTeller(told::add);
    }

    @Test
    void nothingMovesUntilViewsAreLinked() {
        double before = z(1);
        view(0).goTo(30);
        assertEquals(before, z(1));
        assertEquals("", words.of(desk, view(1)));
    }

    @Test
    void viewsOfOneFrameOfReferenceGoToTheNearestSliceOfThePlace() {
        switches.onProperty().set(true);
        view(0).goTo(23);
        assertEquals(46, z(0));
        assertEquals(46, z(1), "1 + 9·5");
        view(0).goTo(24);
        assertEquals(46, z(1), "48 lies nearer to 46 than to 51");
        view(0).goTo(25);
        assertEquals(51, z(1), "50 lies nearer to 51");
        desk.activate(view(1));
        view(1).goTo(2);
        assertEquals(11, z(1));
        assertTrue(Math.abs(z(0) - 11) <= 1, "10 or 12");
    }

    @Test
    void aPlaneOfAnotherDirectionScrollsByItselfAndSaysSo() {
        switches.onProperty().set(true);
        int before = view(3).index();
        view(0).goTo(5);
        assertEquals(before, view(3).index());
        assertTrue(words.of(desk, view(3)).contains("other plane"), words.of(desk, view(3)));
    }

    @Test
    void anotherFrameOfReferenceFollowsOnlyOnceTheSamePlaceWasSet() {
        switches.onProperty().set(true);
        double before = z(2);
        view(0).goTo(5);
        assertEquals(before, z(2));
        assertTrue(words.of(desk, view(2)).contains("other frame of reference"), words.of(desk, view(2)));
        view(0).goTo(20);
        view(2).goTo(11);
        // 40 here is 33 there
        desk.activate(view(0));
        view(0).goTo(20);
        assertEquals(33, z(2), "it did not move yet");
        desk.links().samePlace();
        assertEquals(List.of("desk.link.joined"), told);
        view(0).goTo(32);
        assertEquals(57, z(2), "64 here is 57 there");
        assertEquals("Linked: scroll, zoom, pan\nsame place set by hand", words.of(desk, view(2)));
        view(0).goTo(33);
        assertEquals(60, z(2), "66 is 59: 60 is nearest");
        assertTrue(words.of(desk, view(2)).endsWith("slice 1.0 mm away"), words.of(desk, view(2)));
        desk.activate(view(2));
        view(2).goTo(0);
        assertEquals(7, z(0), 1.01, "and back: 0 there is 7 here");
    }

    @Test
    void beyondTheEndOfAStackItIsSaidHowFarAwayThePlaceIs() {
        switches.onProperty().set(true);
        view(0).goTo(39);
        assertEquals(76, z(1), "the last slice");
        assertTrue(words.of(desk, view(1)).endsWith("slice 2.0 mm away"), words.of(desk, view(1)));
    }

    @Test
    void thePlacesOfOneFrameOfReferenceAreNeverShiftedByHand() {
        view(0).goTo(10);
        view(1).goTo(0);
        desk.activate(view(0));
        desk.links().samePlace();
        view(0).goTo(23);
        assertEquals(46, z(1));
    }

    @Test
    void viewsOfTwoPatientsAreNeverLinkedThoughTheirFilesNameOneFrameOfReference() {
        desk.studies().put(OTHER, Standing.STRANGER);
        desk.studies().add(OTHER.uid(), List.of(axial(OTHER, "2.25.30.1", HERE, 40, 0, 2)));
        view(1).show(desk.sets().getLast());
        switches.onProperty().set(true);
        switches.windowProperty().set(true);
        desk.activate(view(0));
        double before = z(1);
        ViewPresentation look = view(1).presentationProperty().get();
        view(0).goTo(3);
        view(0).presentationProperty().set(ViewPresentation.FIT.withZoom(3).panned(5, 5));
        view(0).window(Voi.Window.linear(1, 2));
        view(3).show(null);
        view(2).show(null);
        desk.links().samePlace();
        assertEquals(List.of("desk.link.none-to-join"), told);
        assertEquals(before, z(1));
        assertEquals(look, view(1).presentationProperty().get());
        assertNull(view(1).setProperty().get().presentationProperty().get().voi());
        assertEquals("Not linked: other patient", words.of(desk, view(1)));
        assertTrue(desk.crosshair().views(view(0).displaySet().orElseThrow()).stream()
                .noneMatch(view -> view == view(1)));
        assertTrue(FusionPartners.of(desk).stream()
                .noneMatch(set -> set.displaySet().study().equals(OTHER.uid())));
    }

    /// Half the size on the screen fits twice the millimetres in a pixel: equal millimetres need twice the
    /// zoom.
    @Test
    void zoomKeepsTheMillimetresOnTheScreen() {
        DisplaySet wide = StudySets.set(
                PRIOR,
                "2.25.20.2",
                "wide",
                "2.25.99",
                10,
                k -> new ImagePlane(
                        new Vec3(-8, -8, k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new PixelSpacing(2.5, 2.5)));
        desk.studies().add(PRIOR.uid(), List.of(wide));
        view(1).show(desk.sets().getLast());
        draw(0, SIZE);
        draw(1, PictureSize.pixels(160, 160));
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).presentationProperty().set(ViewPresentation.FIT.withZoom(2));
        // 16 mm over 320 pixels at zoom 2: 0.025 mm; 40 mm over 160 pixels fitted: 0.25 mm
        assertEquals(10, view(1).presentationProperty().get().zoom(), 1e-9);
        assertEquals(mmPerPixel(0, SIZE), mmPerPixel(1, PictureSize.pixels(160, 160)), 1e-9);
        view(0).presentationProperty().set(view(0).presentationProperty().get().panned(3, -1));
        assertEquals(3, view(1).presentationProperty().get().panRight(), 1e-9, "as far as the leading view moved");
        view(0).presentationProperty().set(ViewPresentation.FIT);
        assertEquals(0, view(1).presentationProperty().get().panRight(), 1e-9);
    }

    private void draw(int view, PictureSize size) {
        view(view).picture(size);
        runner.runAll();
        assertTrue(view(view).picture(size) instanceof Picture.Ready);
    }

    private double mmPerPixel(int view, PictureSize size) {
        return ((Picture.Ready) view(view).picture(size)).view().transform().worldUnitsPerPixel();
    }

    /// In one frame of reference a pan brings the same place into the middle, whatever each image covers.
    @Test
    void panShowsTheSamePlaceInTheMiddle() {
        DisplaySet off = StudySets.set(
                NOW,
                "2.25.10.4",
                "off",
                HERE,
                40,
                k -> new ImagePlane(
                        new Vec3(-4, -20, 2 * k), new Vec3(1, 0, 0), new Vec3(0, 1, 0), new PixelSpacing(1, 1)));
        desk.more(List.of(off));
        view(1).show(desk.sets().get(3));
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).presentationProperty().set(ViewPresentation.FIT.panned(2, 1));
        // the middle of view 0 is (-0.5, -0.5) - (2, 1); the middle of the other image is (3.5, -12.5)
        assertEquals(3.5 - -2.5, view(1).presentationProperty().get().panRight(), 1e-9);
        assertEquals(-12.5 - -1.5, view(1).presentationProperty().get().panDown(), 1e-9);
    }

    /// Downwards in an axial slice is to the back, in a coronal one to the feet.
    @Test
    void aViewOfAnotherDirectionIsNotPanned() {
        draw(0, SIZE);
        draw(3, SIZE);
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).presentationProperty().set(ViewPresentation.FIT.withZoom(2).panned(3, 4));
        assertEquals(0, view(3).presentationProperty().get().panDown());
        assertEquals(2, view(3).presentationProperty().get().zoom(), 1e-9, "16 mm as well");
    }

    @Test
    void whatMovesElsewhereDoesNotPullAtTheViewUnderTheHand() {
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).goTo(5);
        view(1).goTo(12);
        assertEquals(10, z(0));
    }

    /// The patient rose between two studies whose files name one frame of reference all the same.
    @Test
    void aShiftByHandCorrectsTwoStudiesOfOneFrameOfReference() {
        desk.studies().add(PRIOR.uid(), List.of(axial(PRIOR, "2.25.20.3", HERE, 40, 0, 2)));
        view(1).show(desk.sets().getLast());
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).goTo(10);
        assertEquals(20, z(1), "until somebody says otherwise");
        switches.onProperty().set(false);
        view(1).goTo(13);
        desk.links().samePlace();
        view(0).goTo(11);
        assertEquals(28, z(1));
    }

    @Test
    void theWindowIsLinkedOnItsOwnSwitchAmongValuesOfOneKind() {
        switches.onProperty().set(true);
        view(0).window(Voi.Window.linear(40, 400));
        assertNull(view(2).setProperty().get().presentationProperty().get().voi(), "not unless asked for");
        switches.windowProperty().set(true);
        view(0).window(Voi.Window.linear(-600, 1500));
        assertEquals(
                Voi.Window.linear(-600, 1500),
                view(2).setProperty().get().presentationProperty().get().voi());
        switches.scrollProperty().set(false);
        double before = z(1);
        view(0).goTo(2);
        assertEquals(before, z(1), "each on its own switch");
    }

    @Test
    void aSetThatComesToALinkedViewGoesWhereTheOthersAre() {
        switches.onProperty().set(true);
        desk.activate(view(0));
        view(0).goTo(5);
        view(1).show(null);
        view(1).show(desk.sets().get(1));
        assertEquals(11, z(1));
        assertEquals(10, z(0), "the leading view stays");
    }
}
