package org.readingroom.desktop.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.PagePainter;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.TakenPicture;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Theme;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageSetup;
import org.readingroom.viewer.film.RectangleMm;
import org.readingroom.viewer.film.Sizing;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.testing.FolderStudy;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The pages of a film, drawn by Poppler and measured: a picture of lines with known distances.
@Tag("ui")
class FilmPagesTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final double DPI = 300;

    private final LaneRunner lanes = new LaneRunner(new FxLane());

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        Assumptions.assumeTrue(System.getenv("DISPLAY") != null, "skipped: there is no display");
        FxToolkit.registerPrimaryStage();
        onFx(() -> {
            Theme.install();
            return true;
        });
    }

    @AfterEach
    void stop() {
        lanes.close();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    private record Desk(ReadingDeskModel model, PageMaker maker) {}

    private Desk desk(LineImage.Spacing... spacings) throws Exception {
        Path files = Files.createDirectory(folder.resolve("files" + spacings.length));
        for (LineImage.Spacing spacing : spacings) {
            LineImage.of(spacing.ordinal(), spacing).writeTo(files.resolve(spacing + ".dcm"));
        }
        FolderStudy study = FolderStudy.of(files);
        return onFx(() -> {
            ReadingDeskModel model = new ReadingDeskModel(lanes);
            model.open(study.sets(), study);
            return new Desk(model, new PageMaker(new PagePainter(model, new Words(Locale.ENGLISH), new FxLane())));
        });
    }

    private TakenPicture taken(ReadingDeskModel desk, int set) throws Exception {
        ViewportModel view = desk.views().getFirst();
        onFx(() -> {
            view.show(desk.sets().get(set));
            return true;
        });
        AtomicReference<TakenPicture> found = new AtomicReference<>();
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> onFx(() -> {
                    TakenPicture.of(view, desk).ifPresent(found::set);
                    return found.get() != null;
                }));
        return found.get();
    }

    private static FilmDocument film(Sizing sizing, FilmLayout layout, TakenPicture... pictures) {
        long[] id = {0};
        return FilmDocument.EMPTY
                .with(PageSetup.USUAL.with(layout))
                .with(sizing)
                .with(List.of(pictures).stream()
                        .map(each -> new FilmItem(++id[0], each))
                        .toList());
    }

    private BufferedImage drawn(byte[] pdf, int page) throws Exception {
        Path file = Files.write(folder.resolve("film.pdf"), pdf);
        Process process = new ProcessBuilder(
                        "pdftoppm",
                        "-r",
                        "300",
                        "-png",
                        "-f",
                        "" + page,
                        "-l",
                        "" + page,
                        "-singlefile",
                        file.toString(),
                        folder.resolve("page").toString())
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return ImageIO.read(folder.resolve("page.png").toFile());
    }

    private String text(byte[] pdf) throws Exception {
        Path file = Files.write(folder.resolve("film.pdf"), pdf);
        Process process = new ProcessBuilder("pdftotext", file.toString(), "-").start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// The middles of the bright stretches of a row or column of pixels, in millimetres.
    private static double[] bright(BufferedImage page, boolean isRow, double atMm) {
        int at = (int) Math.round(atMm / 25.4 * DPI);
        int count = isRow ? page.getWidth() : page.getHeight();
        double sum = 0;
        double weight = 0;
        List<Double> middles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int grey = (isRow ? page.getRGB(i, at) : page.getRGB(at, i)) & 0xFF;
            boolean isInside = grey > 60 && grey < 250; // white is the paper
            if (isInside) {
                sum += (i + 0.5) * grey;
                weight += grey;
            } else if (weight > 0) {
                middles.add(sum / weight * 25.4 / DPI);
                sum = 0;
                weight = 0;
            }
        }
        return middles.stream().mapToDouble(Double::doubleValue).toArray();
    }

    // [utest->req~film.true-size~1]
    // [utest->req~film.pictures~1]
    @Test
    void distancesOnThePageAreThoseInThePatient() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftoppm")), "poppler-utils is not installed");
        Desk desk = desk(LineImage.Spacing.PATIENT);
        FilmDocument film = film(Sizing.TRUE_SIZE, new FilmLayout(1, 1), taken(desk.model, 0))
                .withWords(false);
        byte[] pdf = desk.maker.pdf(film, 0, 1, DPI, ENGLISH, Progress.IGNORED);
        BufferedImage page = drawn(pdf, 1);
        // the picture is 180 x 100 mm in the middle of a page of 210 x 297 mm; look between the bright lines
        double[] across = bright(page, true, 297 / 2.0 - 12);
        assertEquals(2, across.length, Arrays.toString(across));
        assertEquals(LineImage.ACROSS_MM, across[1] - across[0], 0.25);
        double[] down = bright(page, false, 105 + 23);
        assertEquals(2, down.length, Arrays.toString(down));
        assertEquals(LineImage.DOWN_MM, down[1] - down[0], 0.25);
    }

    @Test
    void fittedPicturesAreNotSaidToBeTrue() throws Exception {
        Desk desk = desk(LineImage.Spacing.PATIENT, LineImage.Spacing.DETECTOR, LineImage.Spacing.NONE);
        byte[] pdf = desk.maker.pdf(
                film(
                        Sizing.FIT,
                        new FilmLayout(2, 2),
                        taken(desk.model, 0),
                        taken(desk.model, 1),
                        taken(desk.model, 2)),
                0,
                1,
                100,
                ENGLISH,
                Progress.IGNORED);
        String words = text(pdf);
        assertTrue(words.contains("not at true size"), words);
        assertTrue(words.contains("LINE-1") && words.contains("2026-03-01"), words);
        assertTrue(words.contains("李"), "Chinese letters are written: " + words);
    }

    @Test
    void whatHasNoSpacingIsRefusedAtTrueSize() throws Exception {
        Desk desk = desk(LineImage.Spacing.NONE);
        FilmDocument film = film(Sizing.TRUE_SIZE, new FilmLayout(1, 1), taken(desk.model, 0));
        WorkstationException fault = assertThrows(
                WorkstationException.class, () -> desk.maker.pdf(film, 0, 1, 100, ENGLISH, Progress.IGNORED));
        assertEquals("desktop.film.no-spacing", fault.messageKey());
        assertEquals(List.of(1), fault.messageArguments());
    }

    @Test
    void millimetresOfTheDetectorAreSaidToBeItsOwn() throws Exception {
        Desk desk = desk(LineImage.Spacing.DETECTOR);
        FilmDocument film = film(Sizing.TRUE_SIZE, new FilmLayout(1, 1), taken(desk.model, 0));
        assertEquals(
                "viewer.scale.imager",
                FilmPager.pages(film).getFirst().getFirst().caveatKey());
        assertEquals(
                "",
                FilmPager.pages(film(
                                Sizing.TRUE_SIZE,
                                new FilmLayout(1, 1),
                                taken(desk(LineImage.Spacing.PATIENT, LineImage.Spacing.NONE).model, 0)))
                        .getFirst()
                        .getFirst()
                        .caveatKey());
    }

    @Test
    void aPictureTooLargeIsCutOffOrGoesOn() throws Exception {
        Desk desk = desk(LineImage.Spacing.PATIENT);
        TakenPicture picture = taken(desk.model, 0);
        // cells of 96 x 90 mm or so, the picture has 180 x 100 mm
        FilmLayout cells = new FilmLayout(3, 2);
        List<FilmPager.Placed> cut =
                FilmPager.pages(film(Sizing.TRUE_SIZE, cells, picture)).getFirst();
        assertEquals(1, cut.size());
        assertTrue(cut.getFirst().part().orElseThrow().isCropped());
        List<FilmPager.Placed> on = FilmPager.pages(film(Sizing.TRUE_SIZE_CONTINUED, cells, picture))
                .getFirst();
        assertEquals(4, on.size());
        assertFalse(on.getFirst().part().orElseThrow().isCropped());
    }

    /// A cell on DICOM film has nothing above it that tells whose picture it is.
    @Test
    void aSmallCellSaysWhosePictureItIs() throws Exception {
        Desk desk = desk(LineImage.Spacing.PATIENT);
        FilmDocument film = film(Sizing.FIT, new FilmLayout(8, 8), taken(desk.model, 0));
        FilmPager.Placed placed = FilmPager.pages(film).getFirst().getFirst();
        RectangleMm place = new RectangleMm(0, 0, 24, 28);
        PagePainter.Cell with = desk.maker.cell(film, placed, place, DPI, ENGLISH);
        PagePainter.Cell without = desk.maker.cell(film.withWords(false), placed, place, DPI, ENGLISH);
        int written = 0;
        for (int row = 0; row < with.rows() / 4; row++) {
            for (int column = 0; column < with.columns() / 3; column++) {
                int at = row * with.columns() + column;
                if ((with.argb()[at] & 0xFF) > (without.argb()[at] & 0xFF) + 60) {
                    written++;
                }
            }
        }
        assertTrue(written > 100, written + " elements of letters in the upper left");
    }

    @Test
    void aFileIsWrittenWholeAndLeavesNothingBeside() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Path target = out.resolve("film.pdf");
        Path others = Files.writeString(out.resolve("film.pdf.part"), "somebody's own");
        FilmDoor.write(target, new byte[] {1, 2, 3});
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        assertEquals("somebody's own", Files.readString(others));
        Path taken = Files.createDirectories(out.resolve("taken.pdf/inside")).getParent();
        assertThrows(WorkstationException.class, () -> FilmDoor.write(taken, new byte[1]));
        try (Stream<Path> left = Files.list(out)) {
            assertEquals(Set.of(target, others, taken), left.collect(Collectors.toSet()));
        }
    }
}
