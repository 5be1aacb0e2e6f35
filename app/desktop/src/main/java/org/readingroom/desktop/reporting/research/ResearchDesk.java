package org.readingroom.desktop.reporting.research;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.FxProgress;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.report.research.ResearchAct.Kind;
import org.readingroom.report.research.ResearchCase;
import org.readingroom.report.research.ResearchFields;
import org.readingroom.services.export.ExportGate;
import org.readingroom.services.reporting.ResearchDraft;
import org.readingroom.services.reporting.ResearchExport;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;

/// Research projects on the desk: one person enters, another approves, and the table that was made leaves
/// only after it was seen what is in it.
///
/// **Thread:** FX.
// [impl->req~report.research.sheet~1]
public final class ResearchDesk {
    private static final String FOLDER = "research.folder";

    private final ResearchExport research;
    private final ExportGate gate;
    private final TaskRunner tasks;
    private final Words words;
    private final StatusViewModel status;
    private final WindowMemory memory;
    private final Map<Kind, Button> acts = new EnumMap<>(Kind.class);
    private @Nullable ResearchSheet sheet;
    private @Nullable Button write;
    private @Nullable Button cancel;
    private @Nullable ResearchDraft draft;
    private @Nullable FxProgress running;

    public ResearchDesk(
            ResearchExport research,
            ExportGate gate,
            TaskRunner tasks,
            Words words,
            StatusViewModel status,
            WindowMemory memory) {
        this.research = research;
        this.gate = gate;
        this.tasks = tasks;
        this.words = words;
        this.status = status;
        this.memory = memory;
    }

    /// Shows the projects; `project` is chosen when it is among them.
    public void show(SheetLayer sheets, String project) {
        start(this::stand, stand -> show(sheets, stand, project), this::told);
    }

    /// The projects, and what the fields of the templates are called.
    private record Stand(List<ResearchCase> cases, ResearchFields fields) {}

    private Stand stand() throws WorkstationException {
        return new Stand(research.projects().cases(), research.fields());
    }

    /// The same anew, only while `before` still lies there: whoever went on meanwhile keeps what they do.
    private void again(SheetLayer sheets, Node before, String project) {
        if (before.getScene() != null) {
            start(
                    this::stand,
                    stand -> {
                        if (before.getScene() != null) {
                            show(sheets, stand, project);
                        }
                    },
                    this::told);
        }
    }

    private void show(SheetLayer sheets, Stand stand, String project) {
        ResearchSheet now =
                new ResearchSheet(words, stand.fields(), research.projects().today(), this::chosen);
        acts.clear();
        draft = null;
        now.folder().setText(memory.text(FOLDER).orElse(System.getProperty("user.home", "")));
        List<Node> buttons = new ArrayList<>();
        Button enter = now.button("enter", () -> enter(sheets));
        enter.setDisable(!mayEnter());
        buttons.add(enter);
        for (Kind kind : List.of(Kind.APPROVED, Kind.REFUSED, Kind.WITHDRAWN, Kind.EXPORTED)) {
            Button act = now.button(
                    ResearchSheet.name(kind), kind == Kind.EXPORTED ? this::make : () -> decide(sheets, kind));
            acts.put(kind, act);
            buttons.add(act);
        }
        Button leave = now.button("write", () -> write(sheets));
        Button stop = now.button("cancel", this::cancel);
        leave.setDisable(true);
        stop.setVisible(false);
        buttons.add(leave);
        buttons.add(stop);
        sheet = now;
        write = leave;
        cancel = stop;
        now.show(stand.cases(), project);
        if (research.projects().isFileBroken()) {
            now.refuse(words.get("report.research.rule.file"));
        }
        chosen(now.chosen().orElse(null));
        sheets.show("desktop.research.title", now.node(), 1000, 640, buttons.toArray(Node[]::new));
    }

    private boolean mayEnter() {
        return research.projects().mayEnter();
    }

    private void chosen(@Nullable ResearchCase of) {
        forget();
        List<Kind> possible = of == null ? List.of() : research.projects().possible(of);
        acts.forEach((kind, button) -> button.setDisable(!possible.contains(kind)));
    }

    private void forget() {
        draft = null;
        if (write != null) {
            write.setDisable(true);
        }
    }

    private void enter(SheetLayer sheets) {
        ResearchSheet now = sheet;
        if (now != null) {
            start(
                    research::fields,
                    fields -> {
                        if (now.node().getScene() != null) {
                            enter(sheets, fields);
                        }
                    },
                    this::told);
        }
    }

    private void enter(SheetLayer sheets, ResearchFields fields) {
        ResearchForm form = new ResearchForm(fields, words, research.projects().today());
        Button keep = new Button(words.get("desktop.research.keep"));
        keep.setId("research-do-keep");
        keep.setTooltip(new Tooltip(words.get("desktop.research.keep-tip")));
        keep.setOnAction(event -> form.project()
                .ifPresent(project -> start(
                        () -> research.projects().enter(project, fields),
                        kept -> {
                            status.say(Tone.DONE, words.get("desktop.research.entered"));
                            again(sheets, form, kept.id());
                        },
                        fault -> form.refuse(words.about(fault)))));
        sheets.show("desktop.research.new", form, 760, 720, keep);
    }

    private void decide(SheetLayer sheets, Kind kind) {
        ResearchSheet now = sheet;
        if (now != null) {
            now.chosen()
                    .map(of -> of.project().id())
                    .ifPresent(project -> start(
                            () -> {
                                research.projects().decide(project, kind, "");
                                return project;
                            },
                            done -> {
                                status.say(Tone.DONE, words.get("desktop.research.decided"));
                                again(sheets, now.node(), done);
                            },
                            this::refused));
        }
    }

    private void make() {
        ResearchSheet now = sheet;
        ResearchCase of = now == null ? null : now.chosen().orElse(null);
        if (of != null && running == null) {
            forget();
            FxProgress progress = begin();
            start(() -> research.make(of.project().id(), progress), this::made, this::refused);
        }
    }

    private void made(ResearchDraft now) {
        rest();
        ResearchSheet on = sheet;
        if (on != null
                && on.chosen()
                        .filter(of -> of.project().equals(now.of().project()))
                        .isPresent()) {
            draft = now;
            on.made(new ResearchWords(words).draft(now));
            if (write != null) {
                write.setDisable(now.rows() == 0);
            }
        }
    }

    private void write(SheetLayer sheets) {
        ResearchDraft now = draft;
        ResearchSheet on = sheet;
        if (now == null || on == null || running != null) {
            return;
        }
        Path folder;
        try {
            folder = Path.of(on.folder().getText().strip()).toAbsolutePath();
        } catch (InvalidPathException e) {
            on.refuse(words.get("desktop.research.no-folder"));
            return;
        }
        memory.keep(FOLDER, folder);
        memory.save();
        FxProgress progress = begin();
        start(
                () -> research.write(now, folder, gate, progress),
                written -> {
                    rest();
                    status.say(Tone.DONE, words.get("desktop.research.written", now.rows(), written.toString()));
                    again(sheets, on.node(), now.of().project().id());
                },
                this::refused);
    }

    private FxProgress begin() {
        FxProgress progress = new FxProgress(
                command -> tasks.start(Lane.FX, Priority.ON_SCREEN, command),
                (done, total) -> working((double) done / Math.max(1, total)));
        running = progress;
        working(0);
        return progress;
    }

    private void working(double fraction) {
        if (running != null && sheet != null && cancel != null) {
            sheet.refuse("");
            sheet.working(fraction);
            cancel.setVisible(true);
            status.working(this, words.get("desktop.research.working"), fraction, this::cancel);
        }
    }

    private void cancel() {
        FxProgress now = running;
        if (now != null) {
            now.cancel();
        }
    }

    private void rest() {
        running = null;
        status.rested(this);
        if (sheet != null && cancel != null) {
            sheet.working(-1);
            cancel.setVisible(false);
        }
    }

    private void refused(Exception fault) {
        rest();
        ResearchSheet on = sheet;
        String why =
                fault instanceof CancellationException ? words.get("desktop.research.cancelled") : words.about(fault);
        if (on != null) {
            on.refuse(why);
        }
        status.say(fault instanceof WorkstationException ? Tone.CRITICAL : Tone.ATTENTION, why);
    }

    private void told(Exception fault) {
        status.say(Tone.CRITICAL, words.about(fault));
    }

    private <T> void start(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        tasks.start(Lane.IO, Priority.ON_SCREEN, work, done, failed);
    }
}
