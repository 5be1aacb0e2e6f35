package org.readingroom.services.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.readingroom.services.dimse.AeTitle;
import org.readingroom.services.dimse.DimseMessage;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.dimse.FaultyPeer;
import org.readingroom.services.dimse.Pdu;
import org.readingroom.services.dimse.PduReader;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageOrientation;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Progress;

/// Printers that warn, refuse and report in the middle of a job.
class FaultyPrinterTest {
    private static final int GET = 0x0110;
    private static final int SET = 0x0120;
    private static final int ACTION = 0x0130;
    private static final int CREATE = 0x0140;
    private static final int DELETE = 0x0150;
    private static final LaneRunner LANES = new LaneRunner(Runnable::run);
    private static final DimseOptions OPTIONS = DimseOptions.DEFAULT.within(Duration.ofSeconds(5));

    /// The commands it was given, in order.
    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterAll
    static void closeLanes() {
        LANES.close();
    }

    private static DataSet status(String condition, String info) {
        return DataSetBuilder.create("")
                .text(PrintTag.PRINTER_STATUS, Vr.CS, condition)
                .text(PrintTag.PRINTER_STATUS_INFO, Vr.CS, info)
                .build();
    }

    private static DataSet oneBox() {
        return DataSetBuilder.create("")
                .sequence(
                        PrintTag.REFERENCED_IMAGE_BOXES,
                        List.of(DataSetBuilder.create("")
                                .text(Tag.REFERENCED_SOP_INSTANCE_UID, Vr.UI, "1.2.3.4")
                                .build()))
                .build();
    }

    /// Answers every command, with the status that `statuses` has for it, until it is released.
    private FaultyPeer.Manner printer(DataSet itsStatus, Map<Integer, Integer> statuses, boolean reports) {
        return (Socket socket, PduReader reader) -> {
            FaultyPeer.accept(socket, reader, 0);
            try {
                while (true) {
                    DimseMessage message = FaultyPeer.message(reader);
                    int command = message.command().commandField();
                    asked.add(command);
                    if (reports && command == ACTION) {
                        FaultyPeer.report(
                                socket, reader, message.contextId(), PrintUid.PRINTER, 2, status("", "SUPPLY LOW"));
                    }
                    DataSet data = command == GET ? itsStatus : command == CREATE ? oneBox() : null;
                    FaultyPeer.answer(socket, message, 0, statuses.getOrDefault(command, 0), data);
                }
            } catch (ClassCastException e) {
                FaultyPeer.say(socket, new Pdu.ReleaseRp()); // no data any more: the release
            }
        };
    }

    private FilmPrinting.Outcome print(FaultyPeer peer, int pages) throws Exception {
        return print(peer, pages, OptionalDouble.of(150));
    }

    private FilmPrinting.Outcome print(FaultyPeer peer, int pages, OptionalDouble widthMm) throws Exception {
        FilmPrinter printer = new FilmPrinter(
                "faulty", peer.peer(), AeTitle.OURS, false, "", false, 8, List.of(PageSize.A4), FilmChoices.USUAL);
        FilmPage page = new FilmPage(
                PageSize.A4,
                PageOrientation.LANDSCAPE,
                new FilmLayout(1, 1),
                List.of(Optional.of(FilmImage.of(new int[4], 2, 8, widthMm))));
        return new FilmPrinting(printer, OPTIONS, LANES)
                .print(new FilmJob(pages, false, i -> page, FilmChoices.USUAL), Progress.IGNORED);
    }

    // [utest->req~film.printer-status~1]
    @Test
    void whatThePrinterWarnsOfIsToldOnce() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("WARNING", "CHEMICALS LOW"), Map.of(SET, 0xB604), true))) {
            FilmPrinting.Outcome outcome = print(peer, 2, OptionalDouble.empty());
            assertEquals(2, outcome.films());
            assertEquals(
                    List.of(
                            "services.print.printer.chemicals-low",
                            "services.print.warning.demagnified",
                            "services.print.printer.supply-low"),
                    outcome.notes().stream().map(PrintNote::messageKey).toList());
            peer.await();
        }
    }

    @Test
    void aPrinterThatIsDownIsSentNothing() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("FAILURE", "SUPPLY EMPTY"), Map.of(), false))) {
            WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 1));
            assertEquals("services.print.printer.supply-empty", fault.messageKey());
            assertEquals(List.of(GET), asked);
        }
        asked.clear();
        try (FaultyPeer peer = new FaultyPeer(printer(status("FAILURE", "MAKERS OWN"), Map.of(), false))) {
            WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 1));
            assertEquals("services.print.printer.failure", fault.messageKey());
            assertEquals(List.of("MAKERS OWN"), fault.messageArguments());
        }
    }

    // [utest->req~film.dicom-print~1]
    @Test
    void aFailureInTheMiddleTakesTheSessionOut() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("NORMAL", ""), Map.of(ACTION, 0xC602), false))) {
            WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 3));
            assertEquals("services.print.failure.queue", fault.messageKey());
            // status, session, presentation LUT, film, picture, print, and the session out again
            assertEquals(List.of(GET, CREATE, CREATE, CREATE, SET, ACTION, DELETE), asked);
            peer.await();
        }
    }

    @Test
    void aPictureLargerThanItsPlaceIsNotMadeSmaller() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("NORMAL", ""), Map.of(SET, 0xC603), false))) {
            WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 1));
            assertEquals("services.print.failure.too-large", fault.messageKey());
        }
    }

    @Test
    void aPictureAtTrueSizeIsNotPrintedInAnother() throws Exception {
        for (int warning : List.of(0x0107, 0x0116, 0xB604, 0xB609, 0xB60A)) {
            asked.clear();
            try (FaultyPeer peer = new FaultyPeer(printer(status("NORMAL", ""), Map.of(SET, warning), false))) {
                WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 2));
                assertEquals("services.print.not-true-size", fault.messageKey());
                assertEquals(List.of(GET, CREATE, CREATE, CREATE, SET, DELETE), asked);
                peer.await();
            }
        }
    }

    @Test
    void aFilmThatCameOutInAnotherSizeStopsTheRest() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("NORMAL", ""), Map.of(ACTION, 0xB604), false))) {
            WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, 1));
            assertEquals("services.print.came-out-not-true-size", fault.messageKey());
            assertEquals(List.of(GET, CREATE, CREATE, CREATE, SET, ACTION, DELETE), asked);
        }
    }

    @Test
    void filmsThatAreOutAreCountedThoughThePrinterWillNotBeTidied() throws Exception {
        try (FaultyPeer peer = new FaultyPeer(printer(status("NORMAL", ""), Map.of(DELETE, 0x0110), false))) {
            FilmPrinting.Outcome outcome = print(peer, 2);
            assertEquals(2, outcome.films());
            assertEquals(
                    List.of("services.print.warning.not-tidied"),
                    outcome.notes().stream().map(PrintNote::messageKey).toList());
        }
    }

    @Test
    void aLineThatBreaksAfterAFilmLeavesItCounted() throws Exception {
        for (int pages = 1; pages <= 2; pages++) {
            int all = pages;
            try (FaultyPeer peer = new FaultyPeer((socket, reader) -> {
                FaultyPeer.accept(socket, reader, 0);
                int command = 0;
                while (command != DELETE) {
                    DimseMessage message = FaultyPeer.message(reader);
                    command = message.command().commandField();
                    DataSet data = command == GET ? status("NORMAL", "") : command == CREATE ? oneBox() : null;
                    if (command != DELETE) {
                        FaultyPeer.answer(socket, message, 0, 0, data);
                    }
                }
                socket.close();
            })) {
                if (all == 1) {
                    assertEquals(1, print(peer, all).films());
                } else {
                    WorkstationException fault = assertThrows(WorkstationException.class, () -> print(peer, all));
                    assertEquals("services.print.partly", fault.messageKey());
                    assertEquals(List.of(1, 2), fault.messageArguments());
                }
            }
        }
    }
}
