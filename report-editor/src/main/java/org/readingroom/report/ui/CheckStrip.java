package org.readingroom.report.ui;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.edit.ReportEdit;
import org.readingroom.report.model.ReportSentence;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.template.MeasuredField;

/// What the checks found, one line each, under the text: F8 goes from one to the next, Ctrl+F8 mends the
/// one gone to where there is a safe way, Shift+F8 lets it stand with a reason.
///
/// **Thread:** `fx`.
// [impl->req~report.check.overrule~1]
// [impl->req~report.check.fix~1]
public final class CheckStrip extends VBox {
    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Consumer<CheckResult> jump;
    private final ListChangeListener<CheckResult> changed = change -> show();
    private final InvalidationListener spoken = observable -> show();
    private Optional<CheckResult> asked = Optional.empty();
    private Consumer<Overrule> told = overrule -> {};
    private int next;

    CheckStrip(ReportEditorViewModel model, EditorWords words, Consumer<CheckResult> jump) {
        this.model = model;
        this.words = words;
        this.jump = jump;
        getStyleClass().add("report-checks");
        setId("report-checks");
    }

    void attach() {
        model.checks().addListener(changed);
        live().standingProperty().addListener(spoken);
        words.messages().addListener(spoken);
        model.modeProperty().addListener(spoken);
        show();
    }

    void detach() {
        model.checks().removeListener(changed);
        live().standingProperty().removeListener(spoken);
        words.messages().removeListener(spoken);
        model.modeProperty().removeListener(spoken);
    }

    /// `action` is told what a person lets stand.
    public void setOnOverruled(Consumer<Overrule> action) {
        told = action;
    }

    /// Goes to the next result, from the last to the first again.
    public void jumpToNext() {
        if (!model.checks().isEmpty()) {
            next %= model.checks().size();
            CheckResult result = model.checks().get(next);
            next++;
            choose(result);
            jump.accept(result);
        }
    }

    /// Mends the current result, when there is a safe way.
    public void fix() {
        live().current().ifPresent(this::fix);
    }

    /// Asks for the reason why the current result may stand.
    public void overrule() {
        live().current().ifPresent(this::ask);
    }

    private LiveChecks live() {
        return model.live();
    }

    private void choose(CheckResult result) {
        live().chosenProperty().set(Optional.of(result));
        show();
    }

    /// Whether its part of the report may be changed now; of what was signed nothing is.
    // [impl->req~report.check.locked~1]
    private boolean isOpen(CheckResult result) {
        SectionKind kind = result.section();
        return kind == null ? model.modeProperty().get() != EditorMode.LOCKED : model.isEditable(kind);
    }

    private void fix(CheckResult result) {
        if (!isOpen(result)) {
            model.say("report.ui.checks-locked");
            return;
        }
        ReportSentence fix = result.fix();
        SectionKind kind = result.section();
        if (fix == null || kind == null) {
            model.say("report.ui.no-fix");
        } else {
            Optional<ReportEdit> edit = MeasuredField.follow(
                    model.report(), kind, fix, live().template(model.report().templateId()));
            edit.ifPresentOrElse(one -> model.write(now -> one), () -> model.say("report.form.measured-out"));
        }
    }

    private void ask(CheckResult result) {
        if (!isOpen(result)) {
            model.say("report.ui.checks-locked");
            return;
        }
        if (!live().isOverrulable(result)) {
            model.say("report.ui.no-overrule");
            return;
        }
        asked = Optional.of(result);
        choose(result);
        Node reason = lookup("#report-check-reason");
        if (reason != null) {
            reason.requestFocus();
        }
    }

    private void answer(CheckResult result, String reason) {
        asked = Optional.empty();
        live().overrule(result, reason).ifPresent(told);
        show();
        jump.accept(result);
    }

    private void giveUp(CheckResult result) {
        asked = Optional.empty();
        show();
        jump.accept(result);
    }

    private void show() {
        getChildren().clear();
        if (model.checks().isEmpty()) {
            Label fine = new Label(words.get("report.ui.checks-fine"));
            fine.getStyleClass().add("report-check-fine");
            getChildren().add(fine);
        }
        for (CheckResult result : model.checks()) {
            getChildren().add(row(result));
            if (asked.equals(Optional.of(result)) && isOpen(result)) {
                getChildren().add(CheckRow.reason(words, given -> answer(result, given), () -> giveUp(result)));
            }
        }
        for (Overrule one : live().standingProperty().get()) {
            Label standing = new Label(OverruleWords.of(one, live(), words, ZoneId.systemDefault()));
            standing.getStyleClass().add("report-check-fine");
            getChildren().add(standing);
        }
    }

    private CheckRow row(CheckResult result) {
        CheckRow row = new CheckRow(result, words, () -> {
            choose(result);
            jump.accept(result);
        });
        row.pseudoClassStateChanged(
                PseudoClass.getPseudoClass("chosen"),
                live().chosenProperty().get().equals(Optional.of(result)));
        if (result.fix() != null && isOpen(result)) {
            row.offer("report.ui.fix", () -> fix(result));
        }
        if (live().isOverrulable(result) && isOpen(result)) {
            row.offer("report.ui.overrule", () -> ask(result));
        }
        return row;
    }
}
