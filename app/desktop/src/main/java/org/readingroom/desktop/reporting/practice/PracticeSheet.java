package org.readingroom.desktop.reporting.practice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.identity.Practice;
import org.readingroom.services.reporting.PracticePerson;

/// The people of this home, since when they practise, their licences and what they are qualified as; each correction
/// with its reason, and below all there were.
///
/// Keys: arrows choose the person, Tab goes to the fields, Enter in one of them keeps.
///
/// **Thread:** FX.
// [impl->req~identity.practice-sheet~1]
public final class PracticeSheet {
    private final PracticeModel model;
    private final Words words;
    private final PracticeWords said;
    private final Consumer<String> done;
    private final ListView<PracticePerson> list = new ListView<>();
    private final GridPane grid = new GridPane(8, 6);
    private final TextField since = field("since");
    private final TextField licence = field("licence");
    private final TextField until = field("until");
    private final TextField qualification = field("qualification");
    private final TextField reason = field("reason");
    private final Label story = label("practice-story");
    private final Label refused = label("practice-refused");
    private final VBox body = new VBox(10);

    /// `done` is told what to say once an entry is kept.
    public PracticeSheet(PracticeModel model, Words words, Consumer<String> done) {
        this.model = model;
        this.words = words;
        this.done = done;
        this.said = new PracticeWords(words, model.today());
        list.setId("practice-people");
        list.setPrefWidth(340);
        list.setCellFactory(view -> new Row());
        list.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        refused.getStyleClass().add("critical");
        for (TextField each : List.of(since, licence, until, qualification, reason)) {
            String name = each.getId().substring("practice-".length());
            Label what = new Label(words.get("desktop.practice." + name));
            what.setLabelFor(each);
            each.setAccessibleText(what.getText());
            each.setTooltip(new Tooltip(words.get("desktop.practice." + name + "-tip")));
            each.setOnAction(event -> keep());
            grid.addRow(grid.getRowCount(), what, each);
            GridPane.setHgrow(each, Priority.ALWAYS);
        }
        ScrollPane scroll = new ScrollPane(story);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(160);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox form = new VBox(10, grid, refused, scroll);
        HBox.setHgrow(form, Priority.ALWAYS);
        body.setId("practice");
        body.getStyleClass().add("sheet-body");
        Label why = label("practice-why");
        why.setText(words.get("desktop.practice.what"));
        why.getStyleClass().add("quiet");
        HBox both = new HBox(12, list, form);
        VBox.setVgrow(both, Priority.ALWAYS);
        body.getChildren().setAll(why, both);
        WhileShown.follow(
                body,
                () -> Subscription.combine(
                        model.peopleProperty().subscribe(this::show),
                        model.refusedProperty()
                                .subscribe(fault -> refused.setText(fault == null ? "" : words.about(fault)))));
    }

    public Node body() {
        return body;
    }

    /// The button that goes under it.
    public Button keeping() {
        Button button = new Button(words.get("desktop.practice.keep"));
        button.setId("practice-keep");
        button.setTooltip(new Tooltip(words.get("desktop.practice.keep-tip") + "  Enter"));
        button.setOnAction(event -> keep());
        return button;
    }

    private void show(List<PracticePerson> people) {
        PracticePerson before = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(people);
        people.stream()
                .filter(one -> before != null && one.id().equals(before.id()))
                .findFirst()
                .ifPresentOrElse(
                        one -> list.getSelectionModel().select(one),
                        () -> list.getSelectionModel().selectFirst());
    }

    private void fill(@Nullable PracticePerson person) {
        if (person == null) {
            return;
        }
        Practice practice = person.practice();
        since.setText(PracticeWords.day(practice.since()));
        licence.setText(practice.licence());
        until.setText(PracticeWords.day(practice.licenceUntil()));
        qualification.setText(practice.qualification());
        reason.clear();
        refused.setText("");
        story.setText(said.story(person));
    }

    private void keep() {
        PracticePerson person = list.getSelectionModel().getSelectedItem();
        if (person == null) {
            return;
        }
        try {
            Practice to = new Practice(qualification.getText(), licence.getText(), day(until), day(since));
            model.enter(
                    person,
                    to,
                    reason.getText(),
                    () -> done.accept(words.get(
                            model.isSelf(person) ? "desktop.practice.kept-self" : "desktop.practice.kept",
                            person.name())));
        } catch (DateTimeException e) {
            refused.setText(words.get("desktop.practice.bad-day"));
        }
    }

    private static @Nullable LocalDate day(TextField field) {
        String text = field.getText().strip();
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static TextField field(String name) {
        TextField field = new TextField();
        field.setId("practice-" + name);
        return field;
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        return label;
    }

    private final class Row extends ListCell<PracticePerson> {
        @Override
        protected void updateItem(@Nullable PracticePerson person, boolean empty) {
            super.updateItem(person, empty);
            setText(empty || person == null ? "" : said.row(person));
        }
    }
}
