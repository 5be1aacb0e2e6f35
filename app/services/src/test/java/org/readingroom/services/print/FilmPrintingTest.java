package org.readingroom.services.print;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.testing.OtherProgram;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DicomFile;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageOrientation;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;

/// Films on DCMTK's print server, which keeps what it was sent.
class FilmPrintingTest {
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);
    private static final DimseOptions OPTIONS = DimseOptions.DEFAULT.within(Duration.ofSeconds(20));

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDcmtk() {
        assumeTrue(OtherProgram.isThere("dcmprscp"), "DCMTK's print server is not installed");
    }

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    private static int[] greys(long seed, int count) {
        return new Random(seed)
                .ints(count, 0, 256)
                .map(g -> 0xFF000000 | g * 0x010101)
                .toArray();
    }

    private static FilmPage page(PageSize size, List<FilmImage> pictures) {
        return new FilmPage(
                size,
                PageOrientation.PORTRAIT,
                new FilmLayout(3, 2),
                pictures.stream().map(Optional::of).toList());
    }

    // [utest->req~film.dicom-print~1]
    // [utest->req~film.dicom-images~1]
    @Test
    void everyPixelArrivesInTheCellItWasSentTo() throws Exception {
        for (boolean isImplicit : List.of(true, false)) {
            Path place = folder.resolve("implicit-" + isImplicit);
            List<FilmImage> pictures = new ArrayList<>();
            for (int cell = 0; cell < 6; cell++) {
                pictures.add(FilmImage.of(greys(cell, 61 * 47), 61, 8, OptionalDouble.empty()));
            }
            try (DcmtkPrinter dcmtk = new DcmtkPrinter(place, isImplicit, 16384)) {
                FilmJob job = new FilmJob(
                        2, false, i -> page(PageSize.FILM_14X17, pictures), FilmChoices.USUAL.withCopies(2));
                FilmPrinting.Outcome outcome =
                        new FilmPrinting(dcmtk.printer(8, false), OPTIONS, LANES).print(job, Progress.IGNORED);
                assertEquals(2, outcome.films());
                assertEquals(List.of(), outcome.notes());
                assertEquals(12, dcmtk.kept("HG_").size());
                for (DicomFile print : dcmtk.kept("SP_")) {
                    holds(dcmtk, print.dataSet(), pictures);
                }
                assertEquals(2, dcmtk.kept("SP_").size());
            }
        }
    }

    /// A stored print names its film box, and for each cell the image in it.
    private static void holds(DcmtkPrinter dcmtk, DataSet print, List<FilmImage> pictures) throws Exception {
        DataSet film = print.item(0x21300030).orElseThrow();
        assertEquals("STANDARD\\2,3", film.string(PrintTag.IMAGE_DISPLAY_FORMAT).orElseThrow());
        assertEquals("14INX17IN", film.string(PrintTag.FILM_SIZE_ID).orElseThrow());
        assertEquals("PORTRAIT", film.string(PrintTag.FILM_ORIENTATION).orElseThrow());
        Set<Integer> cells = new HashSet<>();
        for (DataSet box : print.items(0x21300040)) {
            int cell = box.integer(PrintTag.IMAGE_BOX_POSITION).orElseThrow() - 1;
            cells.add(cell);
            String uid = box.item(0x21300050)
                    .or(() -> box.item(Tag.REFERENCED_IMAGE_SEQUENCE))
                    .flatMap(reference -> reference.string(Tag.REFERENCED_SOP_INSTANCE_UID))
                    .orElseThrow();
            DataSet image = dcmtk.kept("HG_").stream()
                    .map(DicomFile::dataSet)
                    .filter(each -> each.string(Tag.SOP_INSTANCE_UID).orElse("").equals(uid))
                    .findFirst()
                    .orElseThrow();
            FilmImage sent = pictures.get(cell);
            assertEquals(sent.columns(), image.integer(Tag.COLUMNS).orElseThrow());
            byte[] kept = image.bytes(Tag.PIXEL_DATA);
            assertArrayEquals(sent.pixels(), java.util.Arrays.copyOf(kept, sent.pixels().length));
        }
        assertEquals(Set.of(0, 1, 2, 3, 4, 5), cells);
    }

    @Test
    void twelveBitsArriveAsTwelve() throws Exception {
        int[] ramp = new int[256];
        for (int grey = 0; grey < 256; grey++) {
            ramp[grey] = 0xFF000000 | grey * 0x010101;
        }
        FilmImage picture = FilmImage.of(ramp, 16, 12, OptionalDouble.of(100));
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384)) {
            FilmJob job = new FilmJob(1, false, i -> page(PageSize.FILM_8X10, List.of(picture)), FilmChoices.USUAL);
            new FilmPrinting(dcmtk.printer(12, false), OPTIONS, LANES).print(job, Progress.IGNORED);
            DataSet image = dcmtk.kept("HG_").getFirst().dataSet();
            assertEquals(12, image.integer(Tag.BITS_STORED).orElseThrow());
            int[] values = image.integers(Tag.PIXEL_DATA);
            assertEquals(0, values[0]);
            assertEquals(4095, values[255]);
            assertEquals(Math.round(100 * 4095 / 255.0), values[100]);
        }
    }

    @Test
    void aPrinterThatKnowsLessIsAskedForLessAndItIsTold() throws Exception {
        FilmImage grey = FilmImage.of(greys(1, 100), 10, 8, OptionalDouble.empty());
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384, "")) {
            FilmPrinting.Outcome outcome =
                    new FilmPrinting(dcmtk.printer(8, false), OPTIONS, LANES).print(job(1, grey), Progress.IGNORED);
            assertEquals(
                    List.of("services.print.warning.not-known"),
                    outcome.notes().stream().map(PrintNote::messageKey).toList());
            assertEquals(1, dcmtk.named("SP_").size());
        }
    }

    // [utest->req~film.printer-status~1]
    @Test
    void thePrinterSaysHowItIs() throws Exception {
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384)) {
            PrinterStatus status = new FilmPrinting(dcmtk.printer(8, false), OPTIONS, LANES).status();
            assertEquals(PrinterStatus.Condition.NORMAL, status.condition());
        }
    }

    private WorkstationException refused(FilmPrinter printer, FilmJob job) {
        return assertThrows(
                WorkstationException.class,
                () -> new FilmPrinting(printer, OPTIONS, LANES).print(job, Progress.IGNORED));
    }

    private static FilmJob job(int pages, FilmImage picture) {
        return new FilmJob(pages, true, i -> page(PageSize.FILM_8X10, List.of(picture)), FilmChoices.USUAL);
    }

    @Test
    void whatCannotBePrintedIsRefusedInWords() throws Exception {
        FilmImage grey = FilmImage.of(greys(1, 100), 10, 8, OptionalDouble.empty());
        FilmImage red = FilmImage.of(new int[] {0xFFFF0000, 0xFF000000}, 2, 8, OptionalDouble.empty());
        assertTrue(red.isColour());
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384)) {
            assertEquals(
                    "services.print.colour-on-grey",
                    refused(dcmtk.printer(8, false), job(1, red)).messageKey());
            // dcmprscp prints greys only, whatever we believe of it
            assertEquals(
                    "services.print.colour-on-grey",
                    refused(dcmtk.printer(8, true), job(1, red)).messageKey());
            FilmJob other = new FilmJob(1, false, i -> page(PageSize.FILM_24X30CM, List.of(grey)), FilmChoices.USUAL);
            WorkstationException fault = refused(dcmtk.printer(8, false), other);
            assertEquals("services.print.no-such-film", fault.messageKey());
            assertEquals(List.of("DCMTK", "24 × 30 cm"), fault.messageArguments());
            FilmJob layout = new FilmJob(
                    1,
                    false,
                    i -> new FilmPage(
                            PageSize.FILM_8X10,
                            PageOrientation.PORTRAIT,
                            new FilmLayout(7, 7),
                            List.of(Optional.of(grey))),
                    FilmChoices.USUAL);
            assertTrue(refused(dcmtk.printer(8, false), layout).messageKey().startsWith("services.print."));
            FilmChoices odd = new FilmChoices(1, "PARCHMENT", "", "", 0, 0, false, false);
            FilmJob medium = new FilmJob(1, false, i -> page(PageSize.FILM_8X10, List.of(grey)), odd);
            assertTrue(refused(dcmtk.printer(8, false), medium).messageKey().startsWith("services.print."));
            assertEquals(List.of(), dcmtk.named("SP_"));
        }
    }

    @Test
    void givingUpTakesTheSessionOutOfThePrinter() throws Exception {
        FilmImage grey = FilmImage.of(greys(1, 100), 10, 8, OptionalDouble.empty());
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384)) {
            Progress afterOne = new Progress() {
                private long films;

                @Override
                public void at(long done, long total) {
                    films = done;
                }

                @Override
                public boolean isCancelled() {
                    return films == 1;
                }
            };
            PartlyPrintedException fault = assertThrows(
                    PartlyPrintedException.class,
                    () -> new FilmPrinting(dcmtk.printer(8, false), OPTIONS, LANES).print(job(3, grey), afterOne));
            assertEquals(List.of(1, 3), fault.messageArguments());
            assertEquals("services.dimse.cancelled", fault.reason().messageKey());
            assertEquals(1, dcmtk.named("SP_").size());
            String log = java.nio.file.Files.readString(folder.resolve("dcmprscp.log"));
            assertTrue(log.contains("N-DELETE RQ") && log.contains("Association Release"), log);
        }
    }

    @Test
    void aPrinterThatDiesInTheMiddleIsTold() throws Exception {
        FilmImage grey = FilmImage.of(greys(1, 100), 10, 8, OptionalDouble.empty());
        try (DcmtkPrinter dcmtk = new DcmtkPrinter(folder, false, 16384)) {
            List<Integer> asked = new ArrayList<>();
            FilmJob job = new FilmJob(
                    3,
                    false,
                    i -> {
                        asked.add(i);
                        if (i == 2) {
                            killChildrenOf();
                        }
                        return page(PageSize.FILM_8X10, List.of(grey));
                    },
                    FilmChoices.USUAL);
            PartlyPrintedException fault = assertThrows(
                    PartlyPrintedException.class,
                    () -> new FilmPrinting(dcmtk.printer(8, false), OPTIONS, LANES).print(job, Progress.IGNORED));
            assertEquals(List.of(2, 3), fault.messageArguments());
            assertEquals("services.dimse.closed", fault.reason().messageKey());
        }
    }

    /// The server forks for each association; this ends them all, as its power would.
    private static void killChildrenOf() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
