package org.readingroom.services.print;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.readingroom.services.dimse.Association;
import org.readingroom.services.dimse.DimseClient;
import org.readingroom.services.dimse.DimseException;
import org.readingroom.services.dimse.DimseFailedException;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prints jobs on film printers.
///
/// A job that fails or is given up takes its session out of the printer as long as the printer listens; else the
/// printer does so itself when the association ends. Films that were printed before stay printed, and it is said how
/// many.
///
/// **Thread:** a virtual one; blocks; an interrupt breaks off.
/// **Source:** DICOM PS3.4 annex H.
// [impl->req~film.dicom-print~1]
public final class FilmPrinting {
    private static final Logger LOG = LoggerFactory.getLogger(FilmPrinting.class);

    private final FilmPrinter printer;
    private final DimseOptions options;
    private final TaskRunner runner;

    /// How a job went: films sent, and what the printer told.
    public record Outcome(int films, List<PrintNote> notes) {
        public Outcome {
            notes = List.copyOf(notes);
        }
    }

    public FilmPrinting(FilmPrinter printer, DimseOptions options, TaskRunner runner) {
        this.printer = printer;
        this.options = options;
        this.runner = runner;
    }

    /// Asks how the printer is.
    ///
    /// **Errors:** those of the association.
    public PrinterStatus status() throws WorkstationException {
        try (Association association = associate()) {
            PrinterStatus status =
                    session(association, false, FilmChoices.USUAL).status();
            association.release();
            return status;
        }
    }

    /// Prints `job`; `progress` counts films.
    ///
    /// **Errors:** `services.print.down`, `services.print.no-such-film`, `services.print.colour-on-grey`,
    /// `services.print.too-few-boxes`, `services.print.not-true-size`, `services.print.came-out-not-true-size`,
    /// `services.print.refused`; those of the association and of making pages;
    /// [PartlyPrintedException] when some of the films are out.
    public Outcome print(FilmJob job, Progress progress) throws WorkstationException {
        FilmPage first = checked(job.maker().page(0), job.isColour());
        boolean isColour = printer.isColour() && job.isColour();
        int films = 0;
        try (Association association = associate()) {
            FilmSession session = session(association, isColour, job.choices());
            Set<PrintNote> notes = new LinkedHashSet<>(ready(session.status()));
            Optional<Association.Context> lut = association.context(PrintUid.PRESENTATION_LUT);
            try {
                session.open();
                if (lut.isPresent() && !isColour) {
                    session.greysArePValues(association, lut.get());
                }
                for (int index = 0; index < job.pages(); index++) {
                    progress.at(films, job.pages());
                    goOn(progress);
                    FilmPage page = index == 0 ? first : checked(job.maker().page(index), isColour);
                    String film = session.lay(page);
                    DimseClient.Answer exposed = session.expose(film);
                    films++;
                    session.check(page, exposed);
                    if (films < job.pages()) {
                        session.remove(film);
                    } else {
                        end(session, film, association);
                    }
                }
                progress.at(films, job.pages());
            } catch (WorkstationException | RuntimeException e) {
                tidy(session, association);
                throw e;
            }
            notes.addAll(session.notes());
            return new Outcome(films, new ArrayList<>(notes));
        } catch (DimseFailedException e) {
            LOG.warn("a film printer refused: {}", e.getMessage());
            throw told(
                    films,
                    job.pages(),
                    new PrintException(refusal(e), List.of(e.status().text())));
        } catch (WorkstationException e) {
            throw told(films, job.pages(), e);
        }
    }

    /// **Source:** PS3.4 H.4, tables of status codes.
    private static String refusal(DimseFailedException e) {
        return switch (e.status().code()) {
            case 0xC600, 0xC601, 0xC602 -> "services.print.failure.queue";
            case 0xC603, 0xC613 -> "services.print.failure.too-large";
            case 0xC605 -> "services.print.failure.memory";
            case 0xC616 -> "services.print.failure.combined";
            case 0x0106 -> "services.print.failure.value";
            default -> "services.print.refused";
        };
    }

    /// Whoever has some of the films in hand must know that they are not all.
    private static WorkstationException told(int films, int pages, WorkstationException reason) {
        return films == 0 || films == pages ? reason : new PartlyPrintedException(films, pages, reason);
    }

    private Association associate() throws DimseException {
        List<String> services = new ArrayList<>(List.of(PrintUid.GREYSCALE_META, PrintUid.PRESENTATION_LUT));
        if (printer.isColour()) {
            services.add(PrintUid.COLOUR_META);
        }
        return Association.request(printer.peer(), printer.callingAe(), services, printer.options(options), runner);
    }

    private FilmSession session(Association association, boolean isColour, FilmChoices choices)
            throws WorkstationException {
        String meta = isColour ? PrintUid.COLOUR_META : PrintUid.GREYSCALE_META;
        Optional<Association.Context> context = association.context(meta);
        if (context.isEmpty()) {
            if (isColour && association.context(PrintUid.GREYSCALE_META).isPresent()) {
                throw new PrintException("services.print.colour-on-grey", List.of(printer.name()));
            }
            throw new DimseException(
                    "services.dimse.no-service",
                    List.of(printer.peer().aeTitle().value(), "Print Management"),
                    "no context for " + meta);
        }
        return new FilmSession(association, context.get(), choices, isColour);
    }

    private List<PrintNote> ready(PrinterStatus status) throws PrintException {
        PrintNote note = PrintNote.of(status);
        return switch (status.condition()) {
            case NORMAL -> List.of();
            case WARNING -> List.of(note);
            case FAILURE -> throw new PrintException(note.messageKey(), note.arguments());
        };
    }

    private FilmPage checked(FilmPage page, boolean isColour) throws PrintException {
        if (!printer.sizes().contains(page.size())) {
            throw new PrintException(
                    "services.print.no-such-film",
                    List.of(printer.name(), page.size().label()));
        }
        if (page.hasColour() && !(printer.isColour() && isColour)) {
            throw new PrintException("services.print.colour-on-grey", List.of(printer.name()));
        }
        return page;
    }

    private static void goOn(Progress progress) throws DimseException {
        if (progress.isCancelled()) {
            throw new DimseException("services.dimse.cancelled", List.of(), "given up between two films");
        }
    }

    /// All films are out: whatever goes wrong now is no reason to print them again.
    private static void end(FilmSession session, String last, Association association) {
        try {
            session.remove(last);
            session.close();
            association.release();
        } catch (DimseException e) {
            LOG.info("the session is left to the printer: {}", e.getMessage());
            session.noteNotTidied();
        }
    }

    private static void tidy(FilmSession session, Association association) {
        try {
            session.close();
            association.release();
        } catch (DimseException e) {
            LOG.info("the session is left to the printer: {}", e.getMessage());
        }
    }
}
