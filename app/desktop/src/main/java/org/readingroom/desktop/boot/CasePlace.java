package org.readingroom.desktop.boot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.reading.CaseHold;
import org.readingroom.desktop.reading.CaseModel;
import org.readingroom.desktop.reading.CaseStrip;
import org.readingroom.desktop.request.RequestState;
import org.readingroom.desktop.request.RequestView;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.desktop.shell.Place;
import org.readingroom.desktop.shell.ShellViewModel;
import org.readingroom.desktop.worklist.IdentityDifference;
import org.readingroom.desktop.worklist.IdentitySheet;
import org.readingroom.desktop.worklist.KnownCases;
import org.readingroom.report.model.Stage;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkState;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.Order;
import org.readingroom.viewer.model.Study;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Cases on their way from the list to the desk, their locks and their requests.
///
/// **Thread:** FX.
final class CasePlace implements AutoCloseable {
    /// Whether opening a case that nobody has takes it.
    private static final String CLAIM_ON_OPEN = "case.claim-on-open";

    /// Stages after which nobody reads on.
    private static final Set<Stage> ENDING = Set.of(Stage.REVIEW, Stage.ADDENDUM, Stage.CORRECTION, Stage.AMENDMENT);

    private final Surroundings around;
    private final CaseParts parts;
    private final ListPlace list;
    private final KnownCases known;
    private final ListGaze gaze;
    private final ReadPlace read;
    private final SheetLayer sheets;
    private final ShellViewModel shell;
    private final ObjectProperty<Place> place;
    private final WindowMemory memory;
    private final HospitalNews news;
    private final IncomingPlace incoming;
    private final SendPlace sending;
    private final ListedRequest listed;

    CasePlace(
            Surroundings around,
            CaseParts parts,
            ListPlace list,
            ReadPlace read,
            SheetLayer sheets,
            ShellViewModel shell,
            CommandRegistry commands,
            WindowMemory memory) {
        this.around = around;
        this.parts = parts;
        this.list = list;
        this.known = new KnownCases(list.model()::items);
        this.gaze = new ListGaze(list.view(), read.view(), sheets);
        this.read = read;
        this.sheets = sheets;
        this.shell = shell;
        this.place = shell.placeProperty();
        this.memory = memory;
        CaseModel cases = parts.model();
        cases.onChanged(list::refresh);
        list.model().itemsProperty().subscribe((before, rows) -> follow(rows));
        read.studyProperty().subscribe((before, study) -> {
            if (study == null) {
                cases.open(null, false);
                parts.read().show(null);
                hold();
            }
        });
        // after others have said how the study hangs
        read.loadedProperty().subscribe(study -> around.lanes().start(Lane.FX, Priority.ON_SCREEN, cases::remind));
        cases.holdProperty().subscribe(this::hold);
        read.reportProperty().subscribe(this::hold);
        this.news = new HospitalNews(around, list::refresh, this::back);
        addCommands(commands);
        this.incoming = new IncomingPlace(around, sheets, read, commands, list::refresh);
        this.sending = new SendPlace(around, sheets, list, read, place, commands);
        new FilterCommands(around, list, sheets).addTo(commands);
        this.listed = new ListedRequest(list.model(), parts.listed());
    }

    /// What the RIS could not be asked is asked now; a request only once it is known to answer again.
    private void back() {
        parts.model().confirm();
        if (around.session().hospital().links().state(LinkKind.RIS) == LinkState.UP) {
            parts.listed().retry();
            parts.read().retry();
        }
    }

    private void addCommands(CommandRegistry commands) {
        CommandList own = new CommandList(commands);
        BooleanBinding hasOrder = Bindings.createBooleanBinding(
                () -> order() != null,
                place,
                list.model().selectedProperty(),
                parts.model().holdProperty());
        own.add("case.claim", Shortcuts.ctrl(KeyCode.I), hasOrder, () -> with(parts.model()::claim));
        own.add(
                "case.release",
                Shortcuts.key(KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                hasOrder,
                () -> with(parts.model()::release));
        new AssignPlace(around, parts, sheets, list.model()::items, this::order).addTo(own, hasOrder);
        own.add(
                "case.overrule",
                null,
                Bindings.createBooleanBinding(
                        () -> parts.model().holdProperty().get() instanceof CaseHold.Other,
                        parts.model().holdProperty()),
                this::overrule);
        own.add("case.claim-on-open", null, this::switchClaimOnOpen);
        own.add(
                "request.show",
                Shortcuts.ctrl(KeyCode.R),
                read.frame().requestThereProperty(),
                () -> read.frame()
                        .requestShownProperty()
                        .set(!read.frame().requestShownProperty().get()));
        own.add(
                "request.again",
                Shortcuts.key(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                hasOrder,
                () -> (place.get() == Place.READ ? parts.read() : parts.listed()).again());
        RequestView request = new RequestView(parts.read(), around.words());
        commands.find("request.again").ifPresent(again -> {
            request.offer(again);
            list.request().offer(again);
        });
        read.frame()
                .dress(
                        new CaseStrip(
                                parts.model(),
                                around.words(),
                                commands.find("case.claim").orElseThrow(),
                                commands.find("case.overrule").orElseThrow()),
                        request);
        parts.read()
                .stateProperty()
                .subscribe(state -> read.frame().requestThereProperty().set(!(state instanceof RequestState.None)));
    }

    /// The request of the case that is read.
    ReadOnlyObjectProperty<RequestState> requestProperty() {
        return parts.read().stateProperty();
    }

    /// Opens the study of `row`, fetched first where it is not here.
    void open(WorklistRow row) {
        boolean isAway =
                row.item() == null && around.session().hospital().fetcher().isEmpty();
        if (isAway) {
            around.status().say(Tone.ATTENTION, around.words().get("desktop.opening.no-archive"));
        } else {
            parts.opening()
                    .open(row, () -> gaze.isOnList(place.get() == Place.LIST), study -> meet(known.anew(row), study));
        }
    }

    /// Warns before pictures of another patient are read for this order.
    private void meet(WorklistRow row, Study study) {
        Order order = row.order();
        if (order == null || IdentityDifference.of(order, study) == IdentityDifference.NONE) {
            show(row, study);
            return;
        }
        around.status().say(Tone.CRITICAL, around.words().get("desktop.identity.refused"));
        IdentitySheet.show(sheets, around.words(), order, study, () -> {
            new CaseAudit(around).otherIdentity(study, order);
            show(known.anew(row), study);
        });
    }

    private void show(WorklistRow row, Study study) {
        if (parts.model().holdProperty().get() instanceof CaseHold.Finished && isOpen(study.uid())) {
            read.readAnew();
        }
        read.open(study);
        parts.model().open(row.caseOrder(), row.handedOnBy(), memory.fact(CLAIM_ON_OPEN, true));
        parts.read().show(row.order());
        hold();
        place.set(Place.READ);
    }

    /// The rows were read anew: whoever lost the lock on the open case is told, and a changed request is asked for.
    private void follow(List<WorklistRow> rows) {
        Order open = parts.model().order();
        if (open != null) {
            rows.stream()
                    .map(WorklistRow::caseOrder)
                    .filter(order -> order != null && order.id().equals(open.id()))
                    .findFirst()
                    .ifPresent(order -> {
                        parts.model().follow(order);
                        parts.read().follow(order);
                    });
        }
    }

    /// The report of `study` was signed, which may have been put away since; a stage that is not the last hands its
    /// case on.
    void signed(StudyUid study, Stage stage) {
        Optional<Order> order = order(study);
        order.ifPresent(parts.model()::signed);
        if (!ENDING.contains(stage)) {
            order.ifPresent(parts.model()::handOn);
        }
    }

    /// The report of `study` goes back to who signed it, or to who was asked: whoever comes next may take its case.
    void sentBack(StudyUid study) {
        order(study).ifPresent(parts.model()::handOn);
    }

    private Optional<Order> order(StudyUid study) {
        return isOpen(study) ? Optional.ofNullable(parts.model().order()) : known.order(study);
    }

    private boolean isOpen(StudyUid study) {
        return study.equals(StudyUids.of(read.studyProperty()));
    }

    private void hold() {
        Order order = parts.model().order();
        shell.flagsProperty().set(order == null ? Set.of() : order.flags());
        boolean isByOther = parts.model().holdProperty().get().isReadOnly();
        read.withReport(report -> {
            if (isByOther && !report.model().held().isHeld()) {
                report.model().flush();
            }
            report.model().held().hold(isByOther);
        });
    }

    private @Nullable Order order() {
        WorklistRow row = list.model().selectedProperty().get();
        return place.get() == Place.READ ? parts.model().order() : row == null ? null : row.order();
    }

    private void with(Consumer<Order> act) {
        Order order = order();
        if (order != null) {
            act.accept(order);
        }
    }

    private void overrule() {
        LineSheet.show(
                sheets, around.words(), "desktop.case.overrule.title", "desktop.case.overrule.reason", "", reason -> {
                    if (reason.isBlank()) {
                        around.status().say(Tone.ATTENTION, around.words().get("desktop.case.overrule.no-reason"));
                    } else {
                        parts.model().overrule(reason);
                    }
                });
    }

    private void switchClaimOnOpen() {
        boolean isOn = !memory.fact(CLAIM_ON_OPEN, true);
        memory.keep(CLAIM_ON_OPEN, isOn);
        memory.save();
        around.status()
                .say(
                        Tone.PLAIN,
                        around.words().get(isOn ? "desktop.case.claim-on-open.on" : "desktop.case.claim-on-open.off"));
    }

    @Override
    public void close() {
        listed.close();
        news.close();
        incoming.close();
        sending.close();
        parts.opening().close();
    }
}
