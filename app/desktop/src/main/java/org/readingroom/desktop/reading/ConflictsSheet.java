package org.readingroom.desktop.reading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.merge.MergeResult;
import org.readingroom.report.model.SectionKind;
import org.readingroom.report.model.StudyIdentity;
import org.readingroom.services.reading.IncomingChange;

/// Shows what the hospital changed in a report: whose it is, when, what would be taken over, and sentence by sentence
/// what both sides changed. Closing the sheet decides nothing.
// [impl->req~report.conflicts~1]
public final class ConflictsSheet {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /// **Source:** FHIR R4, DiagnosticReportStatus.
    private static final Set<String> STATES = Set.of(
            "registered",
            "partial",
            "preliminary",
            "final",
            "amended",
            "corrected",
            "appended",
            "cancelled",
            "entered-in-error");

    /// What a person decides.
    public interface Decisions {
        /// `decided` has no conflict left.
        void take(MergeResult decided);

        /// What is signed next rests on what the hospital has; of a report that is final here.
        void accept();

        /// Everything here stays, for this reason.
        void dismiss(String reason);
    }

    private final SheetLayer sheets;
    private final Words words;
    private final IncomingChange change;
    private final ConflictsModel model;
    private final Decisions decisions;

    private ConflictsSheet(SheetLayer sheets, Words words, IncomingChange change, Decisions decisions) {
        this.sheets = sheets;
        this.words = words;
        this.change = change;
        this.model = new ConflictsModel(change.merge());
        this.decisions = decisions;
    }

    /// `waiting` is how many changes wait, this one among them.
    public static void show(SheetLayer sheets, Words words, IncomingChange change, int waiting, Decisions decisions) {
        new ConflictsSheet(sheets, words, change, decisions).show(waiting);
    }

    private void show(int waiting) {
        VBox body = new VBox(16, head(waiting));
        body.getStyleClass().add("sheet-body");
        if (change.mayBeTaken()) {
            for (int at = 0; at < model.conflicts().size(); at++) {
                body.getChildren().add(new ConflictBox(words, change, model, at));
            }
        }
        List<TakenSentence> taken = TakenSentence.of(
                change.mine(), change.mayBeTaken() ? change.merge().merged() : change.theirs());
        if (!taken.isEmpty()) {
            body.getChildren().add(taken(taken));
        }
        if (change.mayBeTaken()) {
            body.getChildren().add(reads());
        }
        body.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.setMinViewportHeight(460); // what is taken along is seen without scrolling
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        TextField reason = reason();
        sheets.show("desktop.conflicts.title", scroll, 960, 720, foot(reason));
        Node first = scroll.getContent().lookup("#conflict-0");
        if (first == null) {
            first = reason;
        }
        sheets.applyCss(); // what is in a scroll pane stands in the window only then
        first.requestFocus();
    }

    private Node head(int waiting) {
        StudyIdentity study = change.mine().study();
        Label whose = ConflictBox.wrapped(String.join(
                " · ",
                study.patient().name().display(),
                study.patient().id().value(),
                study.accessionNumber(),
                study.description()));
        whose.setId("conflicts-whose");
        whose.getStyleClass().add("strong");
        Instant changed = change.incoming().filed().changed();
        Label when = ConflictBox.wrapped(words.get(
                "desktop.conflicts.when",
                MINUTE.format((changed == null ? change.at() : changed).atZone(ZoneId.systemDefault())),
                STATES.contains(change.status())
                        ? words.get("desktop.conflicts.state." + change.status())
                        : change.status(),
                change.incoming().filed().named().isEmpty()
                        ? "–"
                        : String.join(", ", change.incoming().filed().named())));
        when.setId("conflicts-when");
        when.getStyleClass().add("quiet");
        VBox head = new VBox(6, whose, when);
        head.getChildren().add(ConflictBox.wrapped(words.get(what())));
        if (change.isSignedHere() && (change.mayBeTaken() || change.mayBeAccepted())) {
            Label again = ConflictBox.wrapped(words.get(
                    change.mayBeTaken() ? "desktop.conflicts.signed-here" : "desktop.conflicts.addendum-here"));
            again.getStyleClass().add("attention");
            head.getChildren().add(again);
        }
        if (waiting > 1) {
            head.getChildren().add(ConflictBox.wrapped(words.get("desktop.conflicts.more", waiting - 1)));
        }
        return head;
    }

    private String what() {
        if (change.mayBeAccepted()) {
            return "desktop.conflicts.final";
        }
        if (!change.mayBeTaken()) {
            return "desktop.conflicts.only-seen";
        }
        return model.conflicts().isEmpty() ? "desktop.conflicts.none" : "desktop.conflicts.what";
    }

    private Node taken(List<TakenSentence> taken) {
        Label title =
                new Label(words.get(change.mayBeTaken() ? "desktop.conflicts.taken" : "desktop.conflicts.differs"));
        title.getStyleClass().add("heading");
        VBox all = new VBox(6, title);
        all.setId("conflicts-taken");
        for (TakenSentence one : taken) {
            Label line = ConflictBox.wrapped(words.get(
                    "desktop.conflicts.taken-line",
                    words.get(one.section().messageKey()),
                    shown(one.here()),
                    shown(one.then())));
            line.getStyleClass().add("conflict-words");
            line.setMaxWidth(Double.MAX_VALUE);
            all.getChildren().add(line);
        }
        return all;
    }

    /// The sections that would read otherwise, whole: sentences that come along are seen beside those that stand.
    private Node reads() {
        Label title = new Label(words.get("desktop.conflicts.reads"));
        title.getStyleClass().add("heading");
        Label text = ConflictBox.wrapped("");
        text.setId("conflicts-reads");
        text.getStyleClass().add("conflict-words");
        text.setMaxWidth(Double.MAX_VALUE);
        model.readsProperty()
                .subscribe(report -> text.setText(Arrays.stream(SectionKind.values())
                        .filter(this::isTouched)
                        .map(section -> words.get(section.messageKey()) + "  "
                                + shown(report.text(section).strip()))
                        .collect(Collectors.joining("\n"))));
        return new VBox(6, title, text);
    }

    private boolean isTouched(SectionKind section) {
        return model.conflicts().stream().anyMatch(conflict -> conflict.section() == section)
                || !change.mine().text(section).equals(change.merge().merged().text(section));
    }

    private String shown(String text) {
        return text.isEmpty() ? words.get("desktop.conflicts.nothing") : text;
    }

    private TextField reason() {
        TextField reason = new TextField();
        reason.setId("conflicts-reason");
        reason.setPromptText(words.get("desktop.conflicts.reason"));
        reason.setAccessibleText(words.get("desktop.conflicts.reason"));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setOnAction(event -> dismiss(reason.getText()));
        // it stands outside of the body; with a reason begun it would not be clear which of both is meant
        reason.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (reason.getText().isBlank()) {
                pressed(event);
            }
        });
        return reason;
    }

    private Node[] foot(TextField reason) {
        Button dismiss = new Button(words.get("desktop.conflicts.dismiss"));
        dismiss.setId("conflicts-dismiss");
        dismiss.setTooltip(new Tooltip(words.get("desktop.conflicts.dismiss-tip")));
        dismiss.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> reason.getText().isBlank(), reason.textProperty()));
        dismiss.setOnAction(event -> dismiss(reason.getText()));
        if (change.mayBeAccepted()) {
            return new Node[] {reason, dismiss, primary("accept", this::accept)};
        }
        if (!change.mayBeTaken()) {
            return new Node[] {reason, dismiss};
        }
        Label open = new Label();
        open.setId("conflicts-open");
        open.getStyleClass().add("attention");
        open.setMinWidth(Label.USE_PREF_SIZE);
        open.textProperty().bind(Bindings.createStringBinding(this::open, model.openProperty()));
        Button take = primary("take", this::take);
        take.disableProperty().bind(model.openProperty().greaterThan(0));
        return new Node[] {reason, dismiss, open, take};
    }

    private Button primary(String name, Runnable act) {
        Button button = new Button(words.get("desktop.conflicts." + name));
        button.setId("conflicts-" + name);
        button.getStyleClass().add("primary");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words.get("desktop.conflicts." + name + "-tip")));
        button.setOnAction(event -> act.run());
        return button;
    }

    private String open() {
        int count = model.openProperty().get();
        return count == 0 ? "" : words.get("desktop.conflicts.open", count);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            take();
            accept();
        }
    }

    private void take() {
        if (change.mayBeTaken()) {
            model.decided().ifPresent(decided -> {
                sheets.close();
                decisions.take(decided);
            });
        }
    }

    private void accept() {
        if (change.mayBeAccepted()) {
            sheets.close();
            decisions.accept();
        }
    }

    private void dismiss(String reason) {
        if (!reason.isBlank()) {
            sheets.close();
            decisions.dismiss(reason.strip());
        }
    }
}
