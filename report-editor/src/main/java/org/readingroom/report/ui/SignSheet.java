package org.readingroom.report.ui;

import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.readingroom.report.check.CheckResult;
import org.readingroom.report.check.CheckSeverity;
import org.readingroom.report.check.Overrule;
import org.readingroom.report.model.Stage;
import org.readingroom.report.workflow.Refusal;
import org.readingroom.viewer.model.Patient;

/// The last look before a signature: whose report, which stage, what the rules and checks say, and
/// the password.
final class SignSheet extends StackPane {
    private final ReportEditorViewModel model;
    private final EditorWords words;
    private final Runnable closed;
    private final VBox sheet = new VBox();
    private final SignRemarks remarks;
    private final PasswordField password = new PasswordField();
    private final TextField reason = new TextField();
    private final Button sign = new Button();
    private final Button cancel = new Button();
    private final Label failure = new Label();
    private final MissingTick missing;
    private final ConclusionMark mark;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();

    SignSheet(ReportEditorViewModel model, EditorWords words, Runnable closed) {
        this.model = model;
        this.words = words;
        this.closed = closed;
        this.remarks = new SignRemarks(words);
        this.missing = new MissingTick(words, model.ports().signing()::missing, this::judge);
        this.mark = new ConclusionMark(model, words);
        addEventFilter(KeyEvent.KEY_PRESSED, mark::key);
        addEventFilter(KeyEvent.KEY_PRESSED, remarks::key);
        addEventHandler(KeyEvent.KEY_PRESSED, SignSheet::keep);
        getStyleClass().add("report-shade");
        sheet.getStyleClass().add("report-sheet");
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(sheet, Pos.CENTER);
        getChildren().add(sheet);
        FocusRound.keepIn(this);
        visibleProperty().bind(open);
        managedProperty().bind(open);
        password.setId("report-sign-password");
        password.promptTextProperty().bind(words.text("report.ui.password"));
        password.setOnAction(event -> sign());
        reason.setId("report-sign-reason");
        reason.promptTextProperty().bind(words.text("report.ui.reason"));
        reason.textProperty().addListener((observable, old, text) -> judge());
        cancel.setId("report-sign-cancel");
        cancel.setOnAction(event -> close());
        sign.setId("report-sign-confirm");
        sign.getStyleClass().add("primary");
        sign.setOnAction(event -> sign());
        failure.getStyleClass().add("report-failure");
        failure.setWrapText(true);
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    boolean isOpen() {
        return open.get();
    }

    void open() {
        Stage stage = model.nextStageProperty().get().orElse(Stage.PRIMARY);
        boolean addendum = stage == Stage.ADDENDUM;
        Patient patient = model.report().study().patient();
        Label title = new Label(words.get("report.ui.sign-title", words.get(stage.messageKey())));
        title.getStyleClass().add("report-title");
        Label whose = new Label(patient.name().display() + "  " + patient.id().value() + "  "
                + model.report().study().description());
        whose.setWrapText(true);
        Label who = new Label(words.get(
                "report.ui.sign-as",
                model.author().displayName(),
                String.join(
                        ", ",
                        model.author().roles().stream()
                                .sorted()
                                .map(role -> words.get(role.messageKey()))
                                .toList()),
                model.rulesVersion()));
        who.getStyleClass().add("report-quiet");
        who.setWrapText(true);
        cancel.setText(words.get("report.ui.cancel"));
        sign.setText(words.get("report.ui.sign"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(gap, cancel, sign);
        buttons.getStyleClass().add("report-buttons");
        password.clear();
        reason.clear();
        failure.setText("");
        sheet.getChildren().setAll(title, whose, who, remarks.count(), remarks);
        if (addendum) {
            sheet.getChildren().add(reason);
        }
        sheet.getChildren().addAll(mark, missing, password, failure, buttons);
        List.of(title, whose, who, mark, missing, failure, buttons)
                .forEach(each -> each.setMinHeight(Region.USE_PREF_SIZE));
        remarks.setVvalue(0);
        missing.begin();
        mark.begin();
        judge();
        open.set(true);
        requestFocus();
    }

    /// Puts the focus where the next act is.
    @Override
    public void requestFocus() {
        boolean isAddendum = sheet.getChildren().contains(reason);
        boolean isRefused = password.isDisable();
        (isAddendum ? reason : isRefused ? cancel : missing.isOpen() ? missing : password).requestFocus();
    }

    void close() {
        password.clear();
        open.set(false);
        // who leaves without a signature has not made up their mind for later
        model.choose(null);
        closed.run();
    }

    /// No command reaches what lies behind the sheet while somebody reads what they sign; locking the window does.
    private static void keep(KeyEvent event) {
        boolean isLock = event.isShortcutDown() && event.getCode() == KeyCode.L;
        if (!isLock
                && (event.isShortcutDown()
                        || event.isAltDown()
                        || event.getCode().isFunctionKey())) {
            event.consume();
        }
    }

    private void judge() {
        List<Refusal> refusals = model.refusals(reason.getText());
        show(refusals);
    }

    private void show(List<Refusal> refusals) {
        remarks.clear();
        for (Refusal refusal : refusals) {
            remarks.add("report.ui.blocking", "report-blocking", words.get(refusal.messageKey(), refusal.arguments()));
        }
        boolean isFine = remarks.isEmpty();
        for (String reminder : model.ports().signing().reminders()) {
            remarks.add("report.ui.warning", "report-warning", reminder);
        }
        for (CheckResult result : model.checks()) {
            if (result.severity() == CheckSeverity.WARNING) {
                isFine = false;
                remarks.add("report.ui.warning", "report-warning", words.get(result.messageKey(), result.arguments()));
            }
        }
        for (Overrule one : model.live().standingProperty().get()) {
            isFine = false;
            remarks.add(
                    "report.ui.warning",
                    "report-warning",
                    OverruleWords.of(one, model.live(), words, ZoneId.systemDefault()));
        }
        if (isFine) {
            remarks.add("report.ui.passed", "report-passed", words.get("report.ui.rules-fine"));
        }
        sign.setDisable(!refusals.isEmpty() || missing.isOpen());
        password.setDisable(!refusals.isEmpty());
    }

    private void sign() {
        if (sign.isDisable()
                || model.signingProperty().get()
                || password.getText().isEmpty()) {
            return;
        }
        missing.look();
        if (missing.isOpen()) {
            sign.setDisable(true);
            missing.requestFocus();
            return;
        }
        sign.setDisable(true);
        failure.setText(words.get("report.ui.signing"));
        char[] secret = password.getText().toCharArray();
        password.clear();
        model.sign(reason.getText(), secret, outcome -> {
            sign.setDisable(false);
            switch (outcome) {
                case SignPort.Outcome.Signed signed -> close();
                case SignPort.Outcome.Refused refused -> {
                    failure.setText("");
                    show(refused.refusals());
                }
                case SignPort.Outcome.Failed failed -> {
                    failure.setText(words.about(failed.cause()));
                    password.requestFocus();
                }
            }
        });
    }
}
