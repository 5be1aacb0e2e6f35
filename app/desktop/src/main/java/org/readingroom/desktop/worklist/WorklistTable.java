package org.readingroom.desktop.worklist;

import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.reading.ReadingState;
import org.readingroom.services.reading.WorklistItem;
import org.readingroom.viewer.model.Study;

/// The columns of the worklist. Urgency and state have a shape and a word beside their colour.
final class WorklistTable extends TableView<WorklistItem> {
    /// The columns that give way when the window is narrow.
    private static final Set<String> FLEXIBLE = Set.of("name", "description", "id", "body-part");

    private final Words words;

    WorklistTable(Words words) {
        this.words = words;
        setId("worklist");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        add("priority", 92, WorklistItem::priority, Comparator.naturalOrder(), this::priority);
        add("state", 130, WorklistItem::state, Comparator.naturalOrder(), this::state);
        addNode("name", 180, this::name, Comparator.comparing(item -> item.pinyin()));
        addText("sex", 44, item -> PatientWords.sex(words, item.study().patient()));
        add("age", 52, item -> item, Comparator.comparing(WorklistTable::birth), this::age);
        addText("id", 104, item -> item.study().patient().id().value());
        addText("modality", 56, item -> String.join("+", item.study().modalities()));
        addText("body-part", 84, item -> item.study().bodyPart());
        addText("description", 200, item -> item.study().description());
        addText("date", 120, item -> PatientWords.date(item.study()));
        this.<Integer>add(
                "images", 56, item -> item.study().instanceCount(), Comparator.naturalOrder(), String::valueOf);
        words.messagesProperty().subscribe(this::refresh);
    }

    private void addText(String name, double width, Function<WorklistItem, String> text) {
        add(name, width, text, Comparator.naturalOrder(), value -> value);
    }

    /// A column whose cells are words.
    private <T> void add(
            String name,
            double width,
            Function<WorklistItem, T> value,
            Comparator<T> order,
            Function<T, Object> shown) {
        TableColumn<WorklistItem, T> column = new TableColumn<>();
        column.setId("column-" + name);
        column.textProperty().bind(words.text("desktop.column." + name));
        column.setPrefWidth(width);
        column.setMinWidth(FLEXIBLE.contains(name) ? 84 : width);
        column.setComparator(order);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                Object what = empty || item == null ? null : shown.apply(item);
                setText(what instanceof String words ? words : null);
                setGraphic(what instanceof Node node ? node : null);
            }
        });
        getColumns().add(column);
    }

    private void addNode(
            String name, double width, Function<WorklistItem, Object> shown, Comparator<WorklistItem> order) {
        this.<WorklistItem>add(name, width, item -> item, order, shown);
    }

    private Object name(WorklistItem item) {
        Study study = item.study();
        Label name = new Label(PatientWords.name(words, study.patient()));
        Label pinyin = new Label(PatientWords.latin(study.patient()));
        pinyin.getStyleClass().addAll("quiet", "dense");
        // In a narrow column the letters give way, never the name.
        name.setMinWidth(Region.USE_PREF_SIZE);
        pinyin.setMinWidth(0);
        HBox line = new HBox(8, name, pinyin);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }

    private Object age(WorklistItem item) {
        return PatientWords.age(words, item.study());
    }

    private static Long birth(WorklistItem item) {
        Study study = item.study();
        return study.patient().birthDate() == null || study.dateTime() == null
                ? Long.MAX_VALUE
                : java.time.temporal.ChronoUnit.DAYS.between(
                        study.patient().birthDate(), study.dateTime().toLocalDate());
    }

    private Object priority(ReadingPriority priority) {
        return switch (priority) {
            case STAT -> mark(MaterialDesignA.ALERT, "critical", words.get(priority.messageKey()));
            case HIGH -> mark(MaterialDesignC.CHEVRON_DOUBLE_UP, "attention", words.get(priority.messageKey()));
            case ROUTINE -> mark(MaterialDesignM.MINUS, "quiet", words.get(priority.messageKey()));
            case LOW -> mark(MaterialDesignC.CHEVRON_DOWN, "quiet", words.get(priority.messageKey()));
        };
    }

    private Object state(ReadingState state) {
        return switch (state) {
            case NEW -> mark(MaterialDesignC.CIRCLE_OUTLINE, "plain", words.get(state.messageKey()));
            case DRAFT -> mark(MaterialDesignP.PENCIL_OUTLINE, "accent", words.get(state.messageKey()));
            case TRAINEE_SUBMITTED -> mark(MaterialDesignC.CIRCLE_SLICE_3, "attention", words.get(state.messageKey()));
            case PRIMARY_SIGNED -> mark(MaterialDesignC.CIRCLE_SLICE_6, "attention", words.get(state.messageKey()));
            case AWAITING_ISSUE -> mark(MaterialDesignC.CHECK, "done", words.get(state.messageKey()));
            case ISSUED -> mark(MaterialDesignC.CHECK_ALL, "done", words.get(state.messageKey()));
        };
    }

    private static Node mark(Ikon icon, String tone, String words) {
        Label label = new Label(words, Icons.of(icon, tone, "cell-icon"));
        label.getStyleClass().addAll("dense", tone);
        return label;
    }
}
