package org.readingroom.desktop.boot;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.model.Stage;
import org.readingroom.report.ui.EditorMode;
import org.readingroom.report.ui.ReportEditorViewModel;
import org.readingroom.report.workflow.SigningRules;
import org.readingroom.report.workflow.SigningSituation;

/// The stages that are nobody's turn unless a person chooses them, and the way on after one of them was signed.
///
/// **Thread:** FX.
// [impl->req~report.workflow.chosen~1]
final class ChosenStages {
    private final ReportingParts parts;
    private final SigningRules rules;
    private final ObservableValue<@Nullable KnownCourse> known;
    private final Words words;
    private final Command temporary;
    private final Command countersign;
    private final Command goOn;

    ChosenStages(ReportingParts parts, SigningRules rules, ObservableValue<@Nullable KnownCourse> known) {
        this.parts = parts;
        this.rules = rules;
        this.known = known;
        this.words = parts.around().words();
        this.temporary = command("report.temporary", KeyCode.F10, () -> choose(Stage.TEMPORARY));
        this.countersign = command("report.countersign", KeyCode.F11, () -> choose(Stage.COUNTERSIGNATURE));
        this.goOn = command("report.go-on", KeyCode.F12, this::goOn);
    }

    List<Command> commands() {
        return List.of(temporary, countersign, goOn);
    }

    /// Those that can be done now.
    List<Command> offered() {
        List<Command> offered = new ArrayList<>();
        if (isPossible(Stage.TEMPORARY)) {
            offered.add(temporary);
        }
        if (isPossible(Stage.COUNTERSIGNATURE)) {
            offered.add(countersign);
        }
        KnownCourse now = known.getValue();
        if (now != null
                && next(now).filter(stage -> refused(now, stage).isEmpty()).isPresent()) {
            offered.add(goOn);
        }
        return offered;
    }

    private Command command(String id, KeyCode key, Runnable action) {
        return new Command(
                id,
                "desktop.command." + id,
                Shortcuts.ctrl(key),
                Bindings.createBooleanBinding(() -> known.getValue() != null, known),
                action);
    }

    private boolean isPossible(Stage stage) {
        KnownCourse now = known.getValue();
        return now != null
                && rules(now)
                        .stages(now.report().model().author(), now.course().versions())
                        .contains(stage);
    }

    private SigningRules rules(KnownCourse now) {
        return rules.following(now.course().acts());
    }

    /// The sign sheet opens with the stage, or it is said why not.
    private void choose(Stage stage) {
        KnownCourse now = known.getValue();
        if (now == null) {
            return;
        }
        if (!isPossible(stage)) {
            say(refused(now, stage));
            return;
        }
        ReportEditorViewModel model = now.report().model();
        model.choose(stage);
        now.report().view().openSignSheet();
        if (!model.nextStageProperty().get().equals(Optional.of(stage))) {
            say(words.get(model.held().isStopped() ? "report.ui.stage-stopped" : "desktop.stage.not-now"));
        }
    }

    private String refused(KnownCourse now, Stage stage) {
        ReportEditorViewModel model = now.report().model();
        LocalDate today = LocalDate.ofInstant(model.ports().clock().instant(), ZoneId.systemDefault());
        SigningSituation situation = new SigningSituation(
                stage, model.author(), model.report(), "", now.course().versions(), List.of(), today);
        return rules(now).refusals(situation).stream()
                .map(refusal ->
                        words.get(refusal.messageKey(), refusal.arguments().toArray()))
                .distinct()
                .collect(Collectors.joining("  "));
    }

    private void say(String told) {
        parts.around().status().say(Tone.ATTENTION, told);
    }

    /// Whoever signed sees the report locked, and may be the one who writes on.
    private void goOn() {
        KnownCourse now = known.getValue();
        Optional<Stage> next = now == null ? Optional.empty() : next(now);
        if (now == null || next.isEmpty()) {
            boolean isStopped = now != null && now.report().model().held().isStopped();
            say(words.get(isStopped ? "report.ui.stage-stopped" : "desktop.stage.no-next"));
            return;
        }
        String refused = refused(now, next.get());
        if (refused.isEmpty()) {
            parts.read().readAnew();
        } else {
            say(refused);
        }
    }

    /// What this person would sign next of a report that their own signature locked; an addendum has its own way.
    private static Optional<Stage> next(KnownCourse now) {
        ReportEditorViewModel model = now.report().model();
        return model.modeProperty().get() != EditorMode.LOCKED || model.held().isHeld()
                ? Optional.empty()
                : model.nextStageProperty().get().filter(stage -> stage != Stage.ADDENDUM);
    }
}
