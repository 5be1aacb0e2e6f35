package org.readingroom.desktop.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.PagePainter;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.services.dimse.DimseOptions;
import org.readingroom.services.export.ExportForm;
import org.readingroom.services.export.ExportRequest;
import org.readingroom.services.export.PatientIdentity;
import org.readingroom.services.print.FilmChoices;
import org.readingroom.services.print.FilmImage;
import org.readingroom.services.print.FilmJob;
import org.readingroom.services.print.FilmPage;
import org.readingroom.services.print.FilmPrinter;
import org.readingroom.services.print.FilmPrinting;
import org.readingroom.services.print.PrintNote;
import org.readingroom.viewer.film.PageGeometry;
import org.readingroom.viewer.film.PaperScale;
import org.readingroom.viewer.film.RectangleMm;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Progress;
import org.readingroom.viewer.task.TaskRunner;

/// Takes a film out of the program: as PDF, on paper, or on a film printer, each past the export gate.
///
/// **Thread:** FX.
// [impl->req~film.gate~1]
final class FilmDoor {
    private final ExitDoor exit;
    private final PageMaker maker;
    private final PaperPrinters papers;
    private final TaskRunner runner;

    FilmDoor(ExitDoor exit, PageMaker maker, PaperPrinters papers, TaskRunner runner) {
        this.exit = exit;
        this.maker = maker;
        this.papers = papers;
        this.runner = runner;
    }

    PaperPrinters papers() {
        return papers;
    }

    /// What is to leave.
    record Wish(FilmDocument film, Set<StudyUid> studies, int pages, int copies, Messages words) {}

    /// Sends `wish` to `target`; `file` is where a PDF goes. `done` gets what the printer had to say.
    Handle send(
            Wish wish,
            FilmTarget target,
            @Nullable Path file,
            Progress progress,
            Consumer<List<PrintNote>> done,
            Consumer<Exception> failed) {
        ExportRequest request = new ExportRequest(
                ExportForm.PAGES, target.place(), PatientIdentity.NAMED, wish.studies(), wish.pages() * wish.copies());
        return exit.through(request, () -> leave(wish, target, file, progress), done, failed);
    }

    private List<PrintNote> leave(Wish wish, FilmTarget target, @Nullable Path file, Progress progress)
            throws WorkstationException {
        return switch (target) {
            case FilmTarget.File pdf -> {
                if (file != null) {
                    write(file, pdf(wish, progress));
                }
                yield List.of();
            }
            case FilmTarget.Paper paper -> {
                papers.print(
                        paper.printer(),
                        pdf(wish, progress),
                        wish.film().setup().size(),
                        wish.copies());
                yield List.of();
            }
            case FilmTarget.Film film -> expose(wish, film.printer(), progress);
        };
    }

    private byte[] pdf(Wish wish, Progress progress) throws WorkstationException {
        return maker.pdf(wish.film(), 0, wish.pages(), PageMaker.PRINT_DPI, wish.words(), progress);
    }

    /// Whole or not at all, and nothing of it left beside.
    static void write(Path target, byte[] pdf) throws WorkstationException {
        Path fresh = target.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            try {
                Files.write(fresh, pdf, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new WorkstationException(
                    "desktop.document.not-saved", List.of(target.toString()), "the PDF cannot be written", e);
        }
    }

    private List<PrintNote> expose(Wish wish, FilmPrinter printer, Progress progress) throws WorkstationException {
        FilmDocument film = wish.film();
        List<List<FilmPager.Placed>> pages = FilmPager.pages(film);
        boolean isColour = film.items().stream().anyMatch(item -> item.picture().isColour());
        FilmChoices choices = printer.choices().withCopies(wish.copies());
        // a film in colour has 8 bits a colour, its grey pictures too
        int bits = printer.isColour() && isColour ? 8 : printer.bits();
        FilmJob job =
                new FilmJob(pages.size(), isColour, index -> page(film, pages.get(index), bits, wish.words()), choices);
        return new FilmPrinting(printer, DimseOptions.DEFAULT, runner)
                .print(job, progress)
                .notes();
    }

    private FilmPage page(FilmDocument film, List<FilmPager.Placed> placed, int bits, Messages words)
            throws WorkstationException {
        List<RectangleMm> cells = PageGeometry.of(film.setup()).cells();
        List<Optional<FilmImage>> images = new ArrayList<>();
        for (int cell = 0; cell < placed.size(); cell++) {
            PagePainter.Cell painted = maker.cell(film, placed.get(cell), cells.get(cell), PageMaker.PRINT_DPI, words);
            double width = painted.columns() * PaperScale.mmPerElement(PageMaker.PRINT_DPI);
            OptionalDouble size =
                    placed.get(cell).part().isPresent() ? OptionalDouble.of(width) : OptionalDouble.empty();
            boolean isColour = placed.get(cell).item().picture().isColour();
            // marks and words have colours too, which a grey film does not need
            int[] values = isColour ? painted.argb() : greys(painted.argb());
            images.add(Optional.of(FilmImage.of(values, painted.columns(), bits, size)));
        }
        return new FilmPage(
                film.setup().size(), film.setup().orientation(), film.setup().layout(), images);
    }

    /// By how light a colour looks; greys stay as they are.
    ///
    /// **Source:** ITU-R BT.709, on the values as they are.
    static int[] greys(int[] argb) {
        int[] greys = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int red = argb[i] >> 16 & 0xFF;
            int green = argb[i] >> 8 & 0xFF;
            int blue = argb[i] & 0xFF;
            int grey = (int) Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
            greys[i] = 0xFF000000 | grey * 0x010101;
        }
        return greys;
    }
}
