package org.readingroom.desktop.film;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.DeskStudy;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.PagePainter;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.TakenPicture;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.gate.ExitDoor;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.services.print.FilmPrinter;
import org.readingroom.services.print.FilmPrinters;
import org.readingroom.services.print.PartlyPrintedException;
import org.readingroom.services.print.PrintNote;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// The film of the person at the desk: collecting, the sheet, and sending it where it goes.
///
/// **Thread:** FX.
public final class FilmPlace {
    private static final String TARGET = "film.target";

    private final ReadingDeskModel desk;
    private final TaskRunner runner;
    private final Executor fx;
    private final StatusViewModel status;
    private final Words words;
    private final SheetLayer sheets;
    private final WindowMemory memory;
    private final FilmPrinters printers;
    private final FilmModel model = new FilmModel();
    private final PageMaker maker;
    private final FilmPreview preview;
    private final FilmDoor door;
    private final FilmFoot foot;
    private final FilmSheet sheet;

    /// What the film has around it.
    public record Around(
            TaskRunner runner, Executor fx, StatusViewModel status, Words words, SheetLayer sheets, ExitDoor exit) {}

    public FilmPlace(Around around, ReadingDeskModel desk, FilmPrinters printers, WindowMemory memory) {
        this.desk = desk;
        this.runner = around.runner();
        this.fx = around.fx();
        this.status = around.status();
        this.words = around.words();
        this.sheets = around.sheets();
        this.memory = memory;
        this.printers = printers;
        this.maker = new PageMaker(new PagePainter(desk, words, fx));
        this.preview = new FilmPreview(model, maker, runner, words);
        this.door = new FilmDoor(around.exit(), maker, PaperPrinters.ofSystem(), runner);
        model.begin(FilmSettings.remembered(memory));
        model.documentProperty().subscribe((before, now) -> FilmSettings.keep(now, memory));
        this.foot = new FilmFoot(model, words, this::send, this::editPrinters);
        this.sheet = new FilmSheet(model, preview, words, this::addSeries, foot::print);
        desk.studies().all().addListener((ListChangeListener<DeskStudy>) change -> follow());
    }

    public FilmModel model() {
        return model;
    }

    /// Pictures of studies that left the desk leave the film, and it is said: their marks are no longer here.
    private void follow() {
        Set<StudyUid> here =
                desk.studies().all().stream().map(study -> study.study().uid()).collect(Collectors.toSet());
        if (!here.isEmpty() && model.keepOnly(here)) {
            status.say(Tone.ATTENTION, words.get("desktop.film.emptied", model.size()));
        }
    }

    /// Puts the picture of the active view on the film.
    public void addActive() {
        Optional<TakenPicture> taken = TakenPicture.of(desk.activeProperty().get(), desk);
        if (taken.isEmpty()) {
            status.say(Tone.ATTENTION, words.get("desktop.film.no-picture"));
        } else {
            added(List.of(taken.get()), 0);
        }
    }

    /// Puts every `step`th picture of the active series on the film.
    public void addSeries(int step) {
        ViewportModel view = desk.activeProperty().get();
        OpenSet open = view.setProperty().get();
        if (open == null) {
            status.say(Tone.ATTENTION, words.get("desktop.film.no-picture"));
            return;
        }
        SeriesTaker taker = new SeriesTaker(view, desk, open, step, this::added);
        if (model.size() + taker.count() > FilmModel.MOST_PICTURES) {
            status.say(Tone.ATTENTION, words.get("desktop.film.too-many", FilmModel.MOST_PICTURES));
        } else {
            taker.begin();
        }
    }

    private void added(List<TakenPicture> pictures, int broken) {
        if (pictures.isEmpty()) {
            status.say(Tone.ATTENTION, words.get("desktop.film.no-picture"));
            return;
        }
        Optional<String> objection = model.add(pictures);
        if (objection.isPresent()) {
            status.say(Tone.ATTENTION, words.get(objection.get(), FilmModel.MOST_PICTURES));
        } else if (broken > 0) {
            status.say(Tone.ATTENTION, words.get("desktop.film.added-some", pictures.size(), broken));
        } else {
            status.say(Tone.DONE, words.get("desktop.film.added", pictures.size(), model.size()));
        }
    }

    /// Opens the film.
    public void open() {
        // marks may have come since it was last looked at
        preview.refresh();
        sheets.show("desktop.film.title", sheet, 1180, 860, foot);
        runner.start(
                Lane.IO,
                Priority.NEIGHBOUR,
                () -> new Offer(
                        door.papers().names(), printers.list(), door.papers().preferred()),
                offer -> foot.offer(
                        offer.papers,
                        offer.films,
                        memory.text(TARGET).or(() -> offer.preferred.map(name -> "paper " + name))),
                this::tell);
    }

    private record Offer(List<String> papers, List<FilmPrinter> films, Optional<String> preferred) {}

    /// Opens the list of film printers.
    public void editPrinters() {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                printers::list,
                known -> sheets.show(
                        "desktop.printers.title", new PrintersView(known, this::keep, runner, words), 760, 760),
                this::tell);
    }

    private void keep(List<FilmPrinter> wanted) {
        runner.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> {
                    printers.keep(wanted);
                    return wanted.size();
                },
                count -> status.say(Tone.DONE, words.get("desktop.printers.kept", count)),
                this::tell);
    }

    private void send(FilmTarget target, int copies) {
        FilmDocument film = model.documentProperty().get();
        int pages = model.pages();
        if (pages == 0) {
            return;
        }
        @Nullable Path file = null;
        if (target instanceof FilmTarget.File) {
            file = ask(sheets.getScene().getWindow());
            if (file == null) {
                return;
            }
        }
        send(film, target, copies, pages, file);
    }

    private @Nullable Path ask(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(words.get("desktop.film.save"));
        chooser.setInitialFileName("film.pdf");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PDF", "*.pdf"));
        File chosen = chooser.showSaveDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }

    /// Sends `film` without asking anything.
    void send(FilmDocument film, FilmTarget target, int copies, int pages, @Nullable Path file) {
        memory.keep(TARGET, FilmFoot.key(target));
        Handle[] underWay = new Handle[1];
        FxProgress[] progress = new FxProgress[1];
        Runnable giveUp = () -> {
            progress[0].cancel();
            // a film printer is told in good order; paper is given up at once
            if (!(target instanceof FilmTarget.Film)) {
                underWay[0].cancel();
                status.rested(this);
            }
        };
        progress[0] = new FxProgress(
                fx,
                (done, total) -> status.working(
                        this,
                        words.get("desktop.film.printing", done + 1, total),
                        total > 0 ? (double) done / total : -1,
                        giveUp));
        FilmDoor.Wish wish = new FilmDoor.Wish(
                film, model.studies(), pages, copies, words.messagesProperty().get());
        status.working(this, words.get("desktop.film.printing", 1, pages), -1, giveUp);
        underWay[0] = door.send(wish, target, file, progress[0], notes -> sent(target, notes, pages), this::failed);
        sheets.close();
    }

    private void sent(FilmTarget target, List<PrintNote> notes, int pages) {
        status.rested(this);
        if (notes.isEmpty()) {
            status.say(
                    Tone.DONE,
                    words.get("desktop.film.sent." + FilmFoot.key(target).split(" ")[0], pages));
        } else {
            status.say(
                    Tone.ATTENTION,
                    notes.stream()
                            .map(note -> words.get(
                                    note.messageKey(), note.arguments().toArray()))
                            .collect(Collectors.joining("; ")));
        }
    }

    private void failed(Exception fault) {
        status.rested(this);
        String said = words.about(fault);
        status.say(
                Tone.CRITICAL,
                fault instanceof PartlyPrintedException partly ? said + ": " + words.about(partly.reason()) : said);
    }

    private void tell(Exception fault) {
        status.say(Tone.CRITICAL, words.about(fault));
    }
}
