package org.readingroom.desktop.boot;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.NewestAnswer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reading.OpenedReport;
import org.readingroom.desktop.reporting.ActSheet;
import org.readingroom.desktop.reporting.ActSheet.Choice;
import org.readingroom.desktop.reporting.CourseWords;
import org.readingroom.desktop.reporting.QualityLine;
import org.readingroom.desktop.reporting.StageBar;
import org.readingroom.report.model.SignedReport;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.ActRules;
import org.readingroom.report.workflow.CourseAct;
import org.readingroom.report.workflow.CourseAct.Kind;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.services.reading.SigningRefusedException;
import org.readingroom.services.reporting.ActWish;
import org.readingroom.services.reporting.CourseService;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;

/// Where the open report stands, and what can be done about its signed versions beside signing.
///
/// **Thread:** FX.
final class StagePlace {
    private final ReportingParts parts;
    private final Words words;
    private final CourseService courses;
    private final SigningRules rules = SigningRules.shipped();
    private final CourseWords said;
    private final NewestAnswer looks;
    private final Map<Command, Kind> acts = new LinkedHashMap<>();
    private final ChosenStages chosen;
    private final ObjectProperty<@Nullable KnownCourse> known = new SimpleObjectProperty<>();

    StagePlace(ReportingParts parts, CommandRegistry registry) {
        this.parts = parts;
        this.words = parts.around().words();
        this.courses = parts.around().session().course();
        this.said = new CourseWords(words, ZoneId.systemDefault());
        this.looks = new NewestAnswer(parts.around().lanes());
        CommandList list = new CommandList(registry);
        list.add("report.course", Shortcuts.ctrl(KeyCode.F7), Bindings.isNotNull(known), this::history);
        add(
                registry,
                "report.return",
                Kind.RETURNED,
                known -> choices(rules.acts().returnReasons(), ActRules::returnReasonKey));
        add(
                registry,
                "report.consult",
                Kind.CONSULTATION_ASKED,
                known -> known.colleagues().stream()
                        .map(user -> new Choice(user.id(), user.displayName()))
                        .toList());
        add(registry, "report.change-request", Kind.CHANGE_REQUESTED, known -> List.of());
        add(
                registry,
                "report.change-grant",
                Kind.CHANGE_GRANTED,
                known -> List.of(
                        new Choice(Stage.CORRECTION.name(), words.get(Stage.CORRECTION.messageKey())),
                        new Choice(Stage.AMENDMENT.name(), words.get(Stage.AMENDMENT.messageKey()))));
        add(registry, "report.change-deny", Kind.CHANGE_DENIED, known -> List.of());
        add(registry, "report.take-back", Kind.WITHDRAWN, known -> List.of());
        add(
                registry,
                "report.recall",
                Kind.COPY_RECALLED,
                known -> choices(
                        rules.acts().recallFrom().stream()
                                .filter(one -> !known.course().recalled().contains(one))
                                .toList(),
                        ActRules::recallFromKey));
        add(registry, "report.family-told", Kind.FAMILY_TOLD, known -> List.of());
        list.add("report.discard-draft", null, Bindings.isNotNull(known), this::discard);
        chosen = new ChosenStages(parts, rules, known);
        chosen.commands().forEach(registry::add);
        parts.read().reportProperty().subscribe(this::opened);
    }

    private List<Choice> choices(List<String> codes, Function<String, String> key) {
        return codes.stream()
                .map(code -> new Choice(code, words.get(key.apply(code))))
                .toList();
    }

    /// Whoever may not do it learns why when they ask for it; a button is shown only to who may.
    private void add(CommandRegistry registry, String id, Kind kind, Function<KnownCourse, List<Choice>> choices) {
        BooleanBinding may = Bindings.createBooleanBinding(
                () -> known.get() != null
                        && (known.get().possible().contains(kind)
                                || known.get().forbidden().containsKey(kind)),
                known);
        @Nullable
        KeyCombination keys = switch (kind) {
            case RETURNED -> Shortcuts.ctrl(KeyCode.F9);
            default -> null;
        };
        Command command = new Command(id, "desktop.command." + id, keys, may, () -> ask(id, kind, choices));
        registry.add(command);
        acts.put(command, kind);
    }

    private void opened(@Nullable OpenedReport report) {
        known.set(null);
        if (report == null) {
            return;
        }
        StageBar bar = new StageBar(words);
        report.view().addAbove(bar);
        report.model().versions().addListener((ListChangeListener<SignedReport>) change -> look(report, bar));
        look(report, bar);
    }

    private void look(OpenedReport report, StageBar bar) {
        StudyUid study = report.model().report().study().study();
        looks.ask(
                () -> new KnownCourse(
                        report,
                        courses.course(study),
                        parts.around().session().reporting().imageQuality().ofStudy(study),
                        courses.possible(study),
                        courses.forbidden(study),
                        courses.colleagues()),
                now -> {
                    if (report.equals(parts.read().reportProperty().get())) {
                        known.set(now);
                        bar.show(
                                said.standing(now.course(), rules, courses.now()),
                                said.needsAttention(now.course(), rules),
                                Stream.concat(
                                                acts.keySet().stream()
                                                        .filter(act ->
                                                                now.possible().contains(acts.get(act))),
                                                chosen.offered().stream())
                                        .toList());
                    }
                },
                parts.around()::tell);
    }

    private void ask(String id, Kind kind, Function<KnownCourse, List<Choice>> choices) {
        KnownCourse now = known.get();
        if (now == null) {
            return;
        }
        List<Refusal> refusals = now.forbidden().get(kind);
        if (refusals != null) {
            parts.around().status().say(Tone.ATTENTION, said.refused(refusals));
            return;
        }
        now.report().model().flush();
        StudyUid study = now.report().model().report().study().study();
        String prompt = CourseWords.promptKey(kind);
        ActSheet.show(parts.sheets(), words, "desktop.command." + id, prompt, choices.apply(now), filled -> {
            Choice choice = filled.choice();
            boolean isTo = kind == Kind.CONSULTATION_ASKED || kind == Kind.COPY_RECALLED;
            ActWish wish = ActWish.of(kind, now.course(), choice == null || isTo ? "" : choice.code(), filled.words());
            start(study, choice == null || !isTo ? wish : wish.to(choice.code(), choice.label()));
        });
    }

    private void start(StudyUid study, ActWish wish) {
        parts.around()
                .lanes()
                .start(Lane.IO, Priority.ON_SCREEN, () -> courses.act(study, wish), act -> done(study, act), fault -> {
                    if (fault instanceof SigningRefusedException refused) {
                        parts.around().status().say(Tone.ATTENTION, said.refused(refused.refusals()));
                    } else {
                        parts.around().tell(fault);
                    }
                });
    }

    /// The act is about `study`, whatever is on the screen by now.
    private void done(StudyUid study, CourseAct act) {
        parts.around()
                .status()
                .say(
                        Tone.DONE,
                        words.get("desktop.stage.done", words.get(act.kind().messageKey())));
        if (act.kind() == Kind.RETURNED || act.kind() == Kind.CONSULTATION_ASKED) {
            parts.cases().sentBack(study);
        }
        readAnew(study);
    }

    private void readAnew(StudyUid study) {
        if (study.equals(StudyUids.of(parts.read().studyProperty()))) {
            parts.read().readAnew();
        }
    }

    /// Asks why before words are lost; an empty reason loses none.
    private void discard() {
        KnownCourse now = known.get();
        if (now == null) {
            return;
        }
        now.report().model().flush();
        StudyUid study = now.report().model().report().study().study();
        String title = "desktop.command.report.discard-draft";
        ActSheet.show(parts.sheets(), words, title, "desktop.stage.why", List.of(), filled -> {
            String why = filled.words().strip();
            if (why.isEmpty() || !now.report().isSaved()) {
                String key = why.isEmpty() ? "report.rule.act-words" : "desktop.stage.draft-unsaved";
                parts.around().status().say(Tone.ATTENTION, words.get(key));
                return;
            }
            parts.around()
                    .lanes()
                    .start(
                            Lane.IO,
                            Priority.ON_SCREEN,
                            () -> now.report().discard(study, why),
                            isGone -> discarded(study, isGone),
                            parts.around()::tell);
        });
    }

    private void discarded(StudyUid study, boolean isGone) {
        parts.around()
                .status()
                .say(
                        isGone ? Tone.DONE : Tone.ATTENTION,
                        words.get(isGone ? "desktop.stage.draft-gone" : "desktop.stage.no-draft"));
        readAnew(study);
    }

    private void history() {
        KnownCourse now = known.get();
        if (now != null) {
            String quality = QualityLine.of(now.quality(), words, ZoneId.systemDefault());
            TextArea text = new TextArea(quality + '\n' + said.history(now.course()));
            text.setId("course-history");
            text.setEditable(false);
            text.setWrapText(true);
            parts.sheets().show("desktop.command.report.course", text, 860, 520);
        }
    }
}
