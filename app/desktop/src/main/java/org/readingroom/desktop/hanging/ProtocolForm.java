package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.BodyRegion;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.LocalName;
import org.readingroom.viewer.hanging.PresentationGroup;
import org.readingroom.viewer.hanging.ProtocolDefinition;

/// One protocol to be changed: name, for which studies, then its stages. A field is kept when it is
/// left or Enter is pressed; what makes no sense is put back.
final class ProtocolForm extends VBox {
    private final Consumer<UnaryOperator<HangingProtocol>> kept;
    private final Words words;
    private final GridPane grid = new GridPane(8, 6);

    /// `kept` changes the protocol as it is then; it throws [IllegalArgumentException] for what
    /// makes no sense.
    ProtocolForm(HangingProtocol protocol, Consumer<UnaryOperator<HangingProtocol>> kept, Words words) {
        super(10);
        this.kept = kept;
        this.words = words;
        getStyleClass().add("settings");
        ColumnConstraints label = new ColumnConstraints(150);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(label, value);
        ProtocolDefinition now = protocol.definition();
        field("name", protocol.name().in(words.locale()), text -> old -> old.withName(renamed(old.name(), text)));
        define("modalities", String.join(", ", now.modalities()), text -> old -> old.ofModalities(upper(list(text))));
        regions(now);
        define("procedures", String.join(", ", now.procedures()), text -> old -> old.ofProcedures(list(text)));
        define("laterality", now.laterality(), text -> old -> old.ofLaterality(text.toUpperCase(Locale.ROOT)));
        define("views", String.join(", ", now.viewPositions()), text -> old -> old.ofViews(upper(list(text))));
        define(
                "screens",
                Integer.toString(now.numberOfScreens()),
                text -> old -> old.onScreens(Integer.parseInt(text)));
        getChildren().add(grid);
        for (int i = 0; i < protocol.groups().size(); i++) {
            int at = i;
            getChildren()
                    .add(new GroupForm(
                            protocol.groups().get(i), edit -> kept.accept(old -> withGroup(old, at, edit)), words));
        }
    }

    private LocalName renamed(LocalName name, String text) {
        boolean isChinese = words.locale().getLanguage().equals("zh");
        if (text.isBlank()) {
            throw new IllegalArgumentException("no name");
        }
        return isChinese ? new LocalName(name.en(), text) : new LocalName(text, name.zh());
    }

    private static HangingProtocol withGroup(HangingProtocol old, int at, UnaryOperator<PresentationGroup> edit) {
        List<PresentationGroup> groups = new ArrayList<>(old.groups());
        groups.set(at, edit.apply(groups.get(at)));
        return old.withGroups(groups);
    }

    private void regions(ProtocolDefinition now) {
        FlowPane boxes = new FlowPane(8, 4);
        for (BodyRegion region : BodyRegion.values()) {
            CheckBox box = new CheckBox(words.get(region.messageKey()));
            box.setSelected(now.anatomicRegions().contains(region));
            box.setOnAction(e -> {
                boolean isWanted = box.isSelected();
                kept.accept(old -> old.withDefinition(old.definition().ofRegion(region, isWanted)));
            });
            boxes.getChildren().add(box);
        }
        row("regions", boxes);
    }

    private void define(String id, String before, Function<String, UnaryOperator<ProtocolDefinition>> change) {
        field(id, before, text -> old -> old.withDefinition(change.apply(text).apply(old.definition())));
    }

    private void field(String id, String before, Function<String, UnaryOperator<HangingProtocol>> change) {
        TextField field = new TextField(before);
        field.setId("hanging-form-" + id);
        keepWhenLeft(field, text -> kept.accept(change.apply(text)));
        row(id, field);
    }

    private void row(String id, javafx.scene.Node node) {
        Label label = new Label();
        label.textProperty().bind(words.text("desk.hanging.edit." + id));
        label.setWrapText(true);
        grid.addRow(grid.getRowCount(), label, node);
    }

    /// `keep` throws [IllegalArgumentException] for what makes no sense; the field then shows what
    /// it did.
    static void keepWhenLeft(TextField field, Consumer<String> keep) {
        String[] before = {field.getText()};
        Runnable done = () -> {
            String text = field.getText().strip();
            if (!text.equals(before[0])) {
                try {
                    keep.accept(text);
                    before[0] = text;
                } catch (IllegalArgumentException e) {
                    field.setText(before[0]);
                }
            }
        };
        field.setOnAction(e -> done.run());
        field.focusedProperty().addListener((o, was, has) -> {
            if (!has) {
                done.run();
            }
        });
    }

    /// Words between commas of either language.
    static List<String> list(String text) {
        return Arrays.stream(text.split("[,，;；、]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static List<String> upper(List<String> words) {
        return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }
}
