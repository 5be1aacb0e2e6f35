package org.readingroom.desktop.boot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.importing.ImportDoor;
import org.readingroom.desktop.importing.ImportViewModel;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.settings.SettingsViewModel;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellView;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything one signed-in person works with: the three places and what goes from one to another.
///
/// **Thread:** FX.
final class Workplace implements AutoCloseable, Backstage {
    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

    /// chosen: a draft is a few kilobytes; a disk that takes longer than this has a fault of its own.
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Session session;
    private final Words words;
    private final WindowMemory memory;
    private final SettingsViewModel settings;
    private final ShellFacts facts;
    private final MonitorPlace monitors;
    private final ShellViewModel model = new ShellViewModel();
    private final CommandRegistry commands = new CommandRegistry();
    private final ShellSheets sheets;
    private final DocumentSheet documents;
    private final ImportViewModel importing;
    private final ImportDoor imports;
    private final ShellView shell;
    private final ListPlace list;
    private final ReadPlace read;
    private final CasePlace cases;
    private final OutPlace out;
    private final ReportingPlace reporting;
    private final FilmCommands film;
    private final ReturnPlace returning;
    private final WindowsPlace windows;

    Workplace(
            Home home,
            Session session,
            Stage stage,
            Words words,
            LaneRunner lanes,
            FxLane fx,
            PictureMaker maker,
            WindowMemory memory,
            Runnable lock,
            Runnable leave) {
        this.session = session;
        this.words = words;
        this.memory = memory;
        this.settings = new SettingsViewModel(memory, words, loginName());
        Surroundings around = new Surroundings(session, words, lanes, model.status());
        SheetLayer layer = new SheetLayer(words);
        this.sheets = new ShellSheets(layer, commands, settings, home, words);
        this.documents = new DocumentSheet(around, layer, stage);
        this.importing =
                new ImportViewModel(session.imports()::importPaths, lanes, fx, model.status(), words, this::imported);
        this.imports = new ImportDoor(importing, words, stage);
        this.facts = new ShellFacts(words);
        this.monitors = new MonitorPlace(stage, maker, memory, lanes, model.status(), words);
        new ShellCommands(model.placeProperty(), sheets, this::refresh, lock, leave)
                .addTo(commands, imports, this::importButton, this::showSettings);
        monitors.addCommands(commands);
        model.demoProperty().set(home.isDemo());
        facts.signedIn(model, session.user());
        facts.renderer(model, maker);
        this.shell = new ShellView(model, commands, layer, words);
        CaseParts parts = CaseParts.of(around);
        this.list = new ListPlace(around, parts, this::open, () -> imports.ask(shell));
        this.out = new OutPlace(around, parts, documents, layer, commands);
        this.read = new ReadPlace(around, maker, this::signed);
        facts.patient(model, read.studyProperty());
        this.cases = new CasePlace(around, parts, list, read, layer, model, commands, memory);
        ObjectsPlace objects = new ObjectsPlace(around, read, layer);
        objects.addCommands(commands);
        this.returning = new ReturnPlace(around, read, objects, out::refresh);
        returning.addCommands(commands);
        new PriorsPlace(around, read, layer)
                .addCommands(
                        commands,
                        () -> Optional.ofNullable(
                                        list.model().selectedProperty().get())
                                .flatMap(WorklistRow::study),
                        () -> model.placeProperty().set(Place.READ));
        new FollowUpPlace(around, read, layer).addCommands(commands);
        new HandsPlace(around, layer, commands, memory).guide(read.desk());
        new HangingPlace(around, read, layer, home.folder()).addCommands(commands);
        this.reporting = new ReportingPlace(
                new ReportingParts(around, list, read, cases, layer, model, memory), commands, documents);
        this.film = new FilmCommands(around, read, layer, home, memory, fx);
        film.addTo(commands);
        new PluginMenu(around, read, commands).load();
        ExportCommands.add(commands, around, read, maker, layer, memory);
        read.addCommands(commands);
        shell.fill(Place.LIST, list.view());
        shell.fill(Place.READ, read.view());
        shell.fill(Place.OUT, out.view());
        SideMemory sides = new SideMemory(memory, loginName());
        this.windows = new WindowsPlace(
                around,
                stage,
                read,
                model,
                monitors,
                commands,
                sides,
                new PanesPlace(stage, shell, model, read, list, commands, words, sides));
        imports.acceptDrops(shell);
        model.placeProperty().subscribe((before, now) -> arrived(now));
    }

    @Override
    public WorklistViewModel worklist() {
        return list.model();
    }

    @Override
    public ReadingDeskModel desk() {
        return read.desk();
    }

    @Override
    public ReadingDeskView deskView() {
        return read.deskView();
    }

    @Override
    public MarksModel marks() {
        return read.marks();
    }

    @Override
    public OutboxViewModel outbox() {
        return out.model();
    }

    @Override
    public void drop(List<Path> files) {
        importing.take(files);
    }

    @Override
    public Optional<OpenedReport> report() {
        return Optional.ofNullable(read.reportProperty().get());
    }

    WindowsPlace windows() {
        return windows;
    }

    ReadPlace read() {
        return read;
    }

    CommandRegistry commands() {
        return commands;
    }

    Parent view() {
        return shell;
    }

    String loginName() {
        return session.user().loginName();
    }

    ObservableIntegerValue idleMinutes() {
        return settings.idleMinutesProperty();
    }

    void begin() {
        list.restore(memory);
        read.restore(memory);
        windows.restore();
        refresh();
        list.view().begin();
    }

    /// Takes the password of whoever is back at a covered window: that of the signed-in person alone.
    ///
    /// **Thread:** any but FX.
    Workplace proveBack(String name, char[] password) throws WorkstationException {
        session.password().unlock(password);
        return this;
    }

    /// Covers every further window; returns who is to come back.
    String cover() {
        windows.cover(true);
        return loginName();
    }

    /// The window was unlocked.
    void returned() {
        windows.cover(false);
        arrived(model.placeProperty().get());
    }

    /// Puts the study away and does `then` when everything written is on disk, or cannot be kept in
    /// time.
    void settle(Runnable then) {
        read.close();
        long begun = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                boolean saved = read.isSaved();
                if (saved || System.nanoTime() - begun > PATIENCE_NANOS) {
                    if (!saved) {
                        LOG.error("left although not everything could be kept");
                    }
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    /// Ends what is on the screen, each part whatever becomes of the others. The session is still open.
    @Override
    public void close() {
        for (Runnable end : List.<Runnable>of(
                reporting::close,
                cases::close,
                () -> list.leave(memory),
                () -> read.keep(memory),
                windows::close,
                read::dispose,
                monitors::close)) {
            try {
                end.run();
            } catch (RuntimeException e) {
                LOG.error("a part of the workplace was not closed well", e);
            }
        }
    }

    private Node importButton() {
        return shell.lookup("#rail-import");
    }

    private void showSettings() {
        sheets.settings(facts.renderer(), monitors.settings(), film.settings());
    }

    private void refresh() {
        list.reread();
        out.refresh();
    }

    private void signed(SignedReport signed) {
        refresh();
        cases.signed(signed.report().study().study(), signed.act().stage());
        model.status()
                .say(Tone.DONE, words.get(SignedWords.key(signed), signed.act().version()));
        documents.show(
                signed.report().id(),
                signed.act().version(),
                signed.report().study().study());
        returning.signed(signed.report().study().study());
    }

    private void open(WorklistRow row) {
        cases.open(row);
    }

    private void imported(ImportSummary summary) {
        list.reread();
        sheets.imported(summary);
    }

    private void arrived(Place place) {
        switch (place) {
            case LIST -> list.arrive();
            case OUT -> out.arrive();
            case READ -> read.arrive();
        }
    }
}
