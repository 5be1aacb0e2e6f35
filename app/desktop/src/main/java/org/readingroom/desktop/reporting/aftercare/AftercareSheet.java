package org.readingroom.desktop.reporting.aftercare;

import java.time.DateTimeException;
import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.desktop.reporting.aftercare.AftercareModel.Stand;

/// What is to be looked after, how an item ended, a new item for the open report's case, and whether its
/// diagnosis held.
///
/// **Thread:** FX.
// [impl->req~report.aftercare.sheet~1]
public final class AftercareSheet {
    private final AftercareModel model;
    private final Words words;
    private final FollowUpTable table;
    private final ConformityForm form;
    private final TextField reason;
    private final TextField due;
    private final TextField what;
    private final Label refused = new Label();
    private final VBox body = new VBox(10);

    public AftercareSheet(AftercareModel model, Words words) {
        this.model = model;
        this.words = words;
        this.table = new FollowUpTable(words, model.today());
        this.form = new ConformityForm(model, words, this::badDay);
        this.reason = field("reason", 30);
        this.due = field("due", 8);
        this.what = field("what", 30);
        due.setText(model.today().plusMonths(3).toString());
        what.setOnAction(event -> add());
        refused.setId("aftercare-refused");
        refused.getStyleClass().add("attention");
        refused.setWrapText(true);
        body.setId("aftercare");
        body.getStyleClass().add("sheet-body");
        body.getChildren().setAll(table, ending());
        if (model.report().isPresent()) {
            body.getChildren().add(adding());
        }
        if (model.report().isPresent() && model.mayCompare()) {
            body.getChildren().add(form);
        }
        if (model.isFileBroken()) {
            Label broken = new Label(words.get("services.aftercare.rule-file"));
            broken.setId("aftercare-broken");
            broken.getStyleClass().add("critical");
            broken.setWrapText(true);
            body.getChildren().add(broken);
        }
        body.getChildren().add(refused);
        WhileShown.follow(
                body,
                () -> Subscription.combine(
                        model.standProperty().subscribe(this::show),
                        model.refusedProperty().subscribe(fault -> {
                            refused.setText(fault == null ? "" : words.about(fault));
                        })));
    }

    public Node body() {
        return body;
    }

    private void show(Stand stand) {
        table.show(stand.items());
        form.show(stand.marks());
    }

    private HBox ending() {
        HBox line = new HBox(8, reason, button("done", () -> end(true)), button("drop", () -> end(false)));
        HBox.setHgrow(reason, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private HBox adding() {
        HBox line = new HBox(8, due, what, button("add", this::add));
        HBox.setHgrow(what, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void end(boolean isDone) {
        table.selected()
                .ifPresentOrElse(
                        item -> model.end(item, isDone, reason.getText(), reason::clear),
                        () -> refused.setText(words.get("desktop.aftercare.choose")));
    }

    private void add() {
        try {
            model.open(LocalDate.parse(due.getText().strip()), what.getText(), what::clear);
        } catch (DateTimeException e) {
            badDay();
        }
    }

    private void badDay() {
        refused.setText(words.get("desktop.aftercare.bad-day"));
    }

    private TextField field(String name, int columns) {
        TextField field = new TextField();
        field.setId("aftercare-" + name);
        field.setPrefColumnCount(columns);
        field.setPromptText(words.get("desktop.aftercare." + name));
        field.setTooltip(new Tooltip(words.get("desktop.aftercare." + name)));
        return field;
    }

    private Button button(String name, Runnable action) {
        Button button = new Button(words.get("desktop.aftercare." + name));
        button.setId("aftercare-" + name);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(words.get("desktop.aftercare." + name + "-tip")));
        button.setOnAction(event -> action.run());
        return button;
    }
}
