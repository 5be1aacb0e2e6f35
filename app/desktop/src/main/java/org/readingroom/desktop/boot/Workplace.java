package org.readingroom.desktop.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.PaletteView;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.desk.PictureMaker;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ReadingDeskView;
import org.readingroom.desktop.fx.CountingRunner;
import org.readingroom.desktop.fx.FxLane;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.importing.ImportDoor;
import org.readingroom.desktop.importing.ImportSummaryView;
import org.readingroom.desktop.importing.ImportViewModel;
import org.readingroom.desktop.out.DocumentView;
import org.readingroom.desktop.out.OutRow;
import org.readingroom.desktop.out.OutboxView;
import org.readingroom.desktop.out.OutboxViewModel;
import org.readingroom.desktop.plugin.PluginActions;
import org.readingroom.desktop.plugin.PluginHost;
import org.readingroom.desktop.reading.FirstPictures;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reading.ReadingView;
import org.readingroom.desktop.reading.ReadingViewModel;
import org.readingroom.desktop.reading.ReportPlace;
import org.readingroom.desktop.reading.StudyLoader;
import org.readingroom.desktop.settings.SettingsView;
import org.readingroom.desktop.settings.SettingsViewModel;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.shell.HelpView;
import org.readingroom.desktop.shell.PatientLine;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellView;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.desktop.tools.MarkActions;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.desktop.tools.SessionAnnotations;
import org.readingroom.desktop.tools.ToolCommands;
import org.readingroom.desktop.tools.ToolOverlay;
import org.readingroom.desktop.tour.Backstage;
import org.readingroom.desktop.worklist.PatientWords;
import org.readingroom.desktop.worklist.WorklistSource;
import org.readingroom.desktop.worklist.WorklistView;
import org.readingroom.desktop.worklist.WorklistViewModel;
import org.readingroom.report.model.ReportId;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.audit.AuditEvent;
import org.readingroom.services.home.Home;
import org.readingroom.services.home.Session;
import org.readingroom.services.reading.ImportSummary;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.services.sync.OutboxEntry;
import org.readingroom.viewer.model.Series;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.render.RendererChoice;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.LaneRunner;
import org.readingroom.viewer.task.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything one signed-in person works with, wired together.
///
/// **Thread:** FX.
final class Workplace implements AutoCloseable, Backstage {
    private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true);

    /// chosen: a draft is a few kilobytes; a disk that takes longer than this has a fault of its own.
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private final Home home;
    private final Stage stage;
    private final Session session;
    private final Words words;
    private final LaneRunner lanes;
    private final WindowMemory memory;
    private final ShellViewModel model = new ShellViewModel();
    private final CommandRegistry commands = new CommandRegistry();
    private final StringProperty renderer = new SimpleStringProperty("");
    private final ShellView shell;
    private final WorklistViewModel worklist;
    private final WorklistView worklistView;
    private final OutboxViewModel outbox;
    private final OutboxView outboxView;
    private final ImportDoor imports;
    private final SettingsViewModel settings;
    private final PictureMaker maker;
    private final ReadingDeskModel desk;
    private final ReadingDeskView deskView;
    private final ReadingViewModel reading;
    private final ReadingView readingView;
    private final CountingRunner saving;
    private final MarksModel marks;
    private final ReportPlace reports;

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
        this.home = home;
        this.stage = stage;
        this.session = session;
        this.words = words;
        this.lanes = lanes;
        this.maker = maker;
        this.saving = new CountingRunner(lanes);
        this.memory = memory;
        this.settings = new SettingsViewModel(memory, words, loginName());
        ImportViewModel importing =
                new ImportViewModel(session.imports()::importPaths, lanes, fx, model.status(), words, this::imported);
        this.imports = new ImportDoor(importing, words, stage);
        register(lock, leave);
        model.demoProperty().set(home.isDemo());
        model.signedInAsProperty().bind(Bindings.createStringBinding(this::who, words.messagesProperty()));
        this.shell = new ShellView(model, commands, words);
        this.worklist = new WorklistViewModel(source(), session.user(), lanes, this::tell);
        this.worklistView = new WorklistView(
                worklist,
                words,
                new FirstPictures(session.studies(), session.frames(), lanes),
                this::open,
                () -> imports.ask(shell));
        this.outbox = new OutboxViewModel(this::outRows, lanes, this::tell);
        this.outboxView = new OutboxView(outbox, words, this::showDocument);
        model.status()
                .outboxProperty()
                .bind(Bindings.createStringBinding(
                        () -> words.get("desktop.status.outbox", outbox.waiting()),
                        outbox.rows(),
                        words.messagesProperty()));
        this.desk = new ReadingDeskModel(lanes);
        this.deskView = new ReadingDeskView(desk, maker, words);
        this.reading = new ReadingViewModel(
                new StudyLoader(session.studies())::load, session.frames(), desk, lanes, model.status(), words);
        this.readingView = new ReadingView(reading, deskView, words);
        renderer.bind(
                Bindings.createStringBinding(this::rendererWords, maker.choiceProperty(), words.messagesProperty()));
        model.status().rendererProperty().bind(renderer);
        model.patientProperty()
                .bind(Bindings.createObjectBinding(
                        this::patientLine, reading.studyProperty(), model.placeProperty(), words.messagesProperty()));
        this.marks = new MarksModel(desk, saving, new SessionAnnotations(session.annotations()));
        marks.faultProperty().subscribe(fault -> {
            if (fault != null) {
                tell(fault);
            }
        });
        MarkActions actions = new MarkActions(marks, words, Workplace::copy);
        desk.setToolLayer(new ToolOverlay(marks, actions, words));
        ToolCommands tools = new ToolCommands(actions, deskView.focusWithinProperty(), words);
        deskView.toolButtons().getChildren().addAll(tools.buttons(desk::focusActive));
        this.reports = new ReportPlace(session.reports(), saving, desk, marks, model.status(), words, this::signed);
        actions.onSend(() -> withReport(report -> report.view().insertMeasurement()));
        reading.studyProperty().subscribe((before, study) -> {
            if (study == null) {
                marks.close();
            } else {
                marks.open(study.uid());
            }
            reports.open(study);
        });
        reports.openedProperty()
                .subscribe(opened -> readingView.showReport(
                        opened == null ? null : opened.view(),
                        () -> withReport(report -> report.view().focusText())));
        registerReport();
        PluginHost plugins = new PluginHost(this::switchedOff);
        lanes.start(
                Lane.IO,
                Priority.THUMBNAIL,
                () -> {
                    plugins.load();
                    return plugins;
                },
                this::offer,
                this::tell);
        deskView.commands().forEach(commands::add);
        tools.all().forEach(commands::add);
        shell.fill(Place.LIST, worklistView);
        shell.fill(Place.READ, readingView);
        shell.fill(Place.OUT, outboxView);
        imports.acceptDrops(shell);
        model.placeProperty().subscribe((before, now) -> arrived(now));
    }

    @Override
    public WorklistViewModel worklist() {
        return worklist;
    }

    @Override
    public ReadingDeskModel desk() {
        return desk;
    }

    @Override
    public ReadingDeskView deskView() {
        return deskView;
    }

    @Override
    public MarksModel marks() {
        return marks;
    }

    @Override
    public OutboxViewModel outbox() {
        return outbox;
    }

    @Override
    public Optional<OpenedReport> report() {
        return Optional.ofNullable(reports.openedProperty().get());
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
        worklistView.split().setDividerPositions(memory.number("worklist.split", 0.78));
        readingView.split().setDividerPositions(memory.number("reading.split", 0.7));
        worklist.refresh();
        outbox.refresh();
        worklistView.begin();
    }

    /// The window was unlocked.
    void returned() {
        arrived(model.placeProperty().get());
    }

    /// Puts the study away and does `then` when everything written is on disk, or cannot be kept in time.
    void settle(Runnable then) {
        reading.close();
        long begun = System.nanoTime();
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                boolean saved = saving.isIdle() && marks.isSaved() && reports.isSaved();
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

    @Override
    public void close() {
        memory.keep("worklist.split", worklistView.split().getDividerPositions()[0]);
        memory.keep("reading.split", readingView.split().getDividerPositions()[0]);
        deskView.dispose();
        session.close();
    }

    private void register(Runnable lock, Runnable leave) {
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3};
        int digit = 0;
        for (Place place : Place.values()) {
            String name = "place." + place.name().toLowerCase(Locale.ROOT);
            add(
                    name,
                    Shortcuts.key(digits[digit++], KeyCombination.ALT_DOWN),
                    () -> model.placeProperty().set(place));
        }
        add("import", Shortcuts.ctrl(KeyCode.O), () -> imports.ask(shell.lookup("#rail-import")));
        add("import.folder", null, imports::askFolder);
        add("import.files", null, imports::askFiles);
        add("refresh", Shortcuts.key(KeyCode.F5), () -> {
            worklist.refresh();
            outbox.refresh();
        });
        add("settings", Shortcuts.ctrl(KeyCode.COMMA), this::showSettings);
        add("language", Shortcuts.key(KeyCode.F2, KeyCombination.SHIFT_DOWN), this::otherLanguage);
        add("palette", Shortcuts.ctrl(KeyCode.K), this::showPalette);
        add("help", Shortcuts.key(KeyCode.F1), this::showHelp);
        add("lock", Shortcuts.ctrl(KeyCode.L), lock);
        add("sign-out", null, leave);
    }

    private void add(String id, @Nullable KeyCombination keys, Runnable action) {
        add(id, keys, ALWAYS, action);
    }

    private void add(String id, @Nullable KeyCombination keys, ObservableBooleanValue when, Runnable action) {
        commands.add(new Command(id, "desktop.command." + id, keys, when, action));
    }

    private void registerReport() {
        BooleanBinding written = Bindings.createBooleanBinding(
                () -> model.placeProperty().get() == Place.READ
                        && reports.openedProperty().get() != null,
                model.placeProperty(),
                reports.openedProperty());
        add(
                "report.focus",
                Shortcuts.key(KeyCode.TAB),
                written,
                () -> withReport(r -> r.view().focusText()));
        add(
                "report.sign",
                Shortcuts.ctrl(KeyCode.ENTER),
                written,
                () -> withReport(r -> r.view().openSignSheet()));
        add(
                "report.next-check",
                Shortcuts.key(KeyCode.F8),
                written,
                () -> withReport(r -> r.view().jumpToNextCheck()));
        add("report.addendum", null, written, () -> withReport(r -> r.model().beginAddendum()));
        add("report.pdf", Shortcuts.key(KeyCode.F9), written, this::showLastSigned);
    }

    /// Puts what the plug-ins offer into the palette and behind a button of the desk's bar.
    private void offer(PluginHost plugins) {
        PluginActions actions = new PluginActions(plugins, desk, deskView, lanes, model.status(), words);
        List<Command> offered = actions.commands(deskView.focusWithinProperty());
        if (offered.isEmpty()) {
            return;
        }
        MenuButton menu = new MenuButton(null, Icons.of(MaterialDesignA.AUTO_FIX));
        menu.setId("plugin-menu");
        menu.setFocusTraversable(false);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.plugin.menu"));
        menu.setTooltip(tip);
        for (Command command : offered) {
            commands.add(command);
            MenuItem item = new MenuItem();
            item.textProperty().bind(words.text(command.titleKey()));
            item.setOnAction(event -> command.action().run());
            menu.getItems().add(item);
        }
        deskView.toolButtons().getChildren().add(menu);
    }

    private void switchedOff(String plugin, Throwable why) {
        try {
            session.audit()
                    .append(
                            AuditEvent.Action.EXECUTE,
                            "plugin.switched-off",
                            plugin,
                            AuditEvent.Outcome.FAILURE,
                            why.getClass().getSimpleName());
        } catch (WorkstationException e) {
            LOG.error("switching off plug-in {} could not be audited", plugin, e);
        }
        lanes.start(
                Lane.FX,
                Priority.ON_SCREEN,
                () -> model.status().say(Tone.ATTENTION, words.get("desktop.plugin.switched-off", plugin)));
    }

    private void withReport(Consumer<OpenedReport> action) {
        OpenedReport opened = reports.openedProperty().get();
        if (opened != null) {
            action.accept(opened);
        }
    }

    private void signed(SignedReport signed) {
        worklist.refresh();
        outbox.refresh();
        model.status()
                .say(Tone.DONE, words.get("desktop.report.signed", signed.act().version()));
        showPdf(signed.report().id(), signed.act().version());
    }

    private void showLastSigned() {
        withReport(opened -> {
            List<SignedReport> versions = opened.model().versions();
            if (versions.isEmpty()) {
                model.status().say(Tone.ATTENTION, words.get("desktop.report.unsigned"));
            } else {
                SignedReport last = versions.getLast();
                showPdf(last.report().id(), last.act().version());
            }
        });
    }

    private void showPdf(ReportId report, int version) {
        lanes.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> session.reports().pdf(report, version),
                pdf -> {
                    DocumentView view = new DocumentView(pdf, words, lanes);
                    Button save = new Button();
                    save.textProperty().bind(words.text("desktop.document.save"));
                    save.setOnAction(event -> view.save(
                            stage,
                            "report-v" + version + ".pdf",
                            told -> model.status().say(Tone.DONE, told),
                            this::tell));
                    shell.sheets().show("desktop.document.title", view, 900, 2000, save);
                },
                this::tell);
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private WorklistSource source() {
        return new WorklistSource() {
            @Override
            public List<WorklistItem> items() throws WorkstationException {
                return session.worklist().items();
            }

            @Override
            public List<Series> series(StudyUid study) throws WorkstationException {
                return session.studies().series(study);
            }
        };
    }

    private List<OutRow> outRows() throws WorkstationException {
        List<OutRow> rows = new ArrayList<>();
        for (OutboxEntry entry : session.outbox().entries()) {
            rows.add(new OutRow(entry, session.studies().study(entry.study()).orElse(null)));
        }
        return rows;
    }

    private void open(WorklistItem item) {
        reading.open(item.study());
        model.placeProperty().set(Place.READ);
    }

    private void imported(ImportSummary summary) {
        worklist.refresh();
        if (!summary.skipped().isEmpty()) {
            shell.sheets().show("desktop.import.title", new ImportSummaryView(summary, words), 860, 520);
        }
    }

    private void showDocument(OutRow row) {
        showPdf(new ReportId(row.entry().report()), row.entry().reportVersion());
    }

    private void showSettings() {
        shell.sheets()
                .show(
                        "desktop.settings.title",
                        new SettingsView(
                                settings,
                                words,
                                renderer,
                                words.text(
                                        home.isDemo() ? "desktop.settings.home.demo" : "desktop.settings.home.own",
                                        home.folder().toString())),
                        560,
                        420);
    }

    private void showHelp() {
        shell.sheets()
                .show("desktop.help.title", new HelpView(model.placeProperty().get(), commands, words), 720, 560);
    }

    private void showPalette() {
        PaletteView palette =
                new PaletteView(commands, words, () -> shell.sheets().close());
        shell.sheets().show("desktop.palette.title", palette, 560, 480);
        palette.begin();
    }

    private void otherLanguage() {
        settings.languageProperty()
                .set(words.locale().getLanguage().equals("zh") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
    }

    private void arrived(Place place) {
        switch (place) {
            case LIST -> {
                worklist.refresh();
                worklistView.begin();
            }
            case OUT -> {
                outbox.refresh();
                outboxView.begin();
            }
            case READ -> readingView.begin();
        }
    }

    private @Nullable PatientLine patientLine() {
        Study study = reading.studyProperty().get();
        return study == null || model.placeProperty().get() != Place.READ
                ? null
                : new PatientLine(
                        PatientWords.name(words, study.patient()),
                        PatientWords.facts(words, study),
                        PatientWords.examination(study));
    }

    private String rendererWords() {
        RendererChoice choice = maker.choiceProperty().get();
        return choice == null
                ? ""
                : words.get(choice.reasonKey(), choice.reasonArguments().toArray());
    }

    private void tell(Exception fault) {
        LOG.warn("told in the status line: {}", fault.toString(), fault);
        model.status().say(Tone.CRITICAL, words.about(fault));
    }

    private String who() {
        return session.user().displayName() + " · "
                + session.user().roles().stream()
                        .sorted()
                        .map(role -> words.get(role.messageKey()))
                        .collect(Collectors.joining(" · "));
    }
}
