package org.readingroom.desktop.worklist;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.fetch.Readiness;
import org.readingroom.services.reading.WorklistRow;
import org.readingroom.services.ris.PatientFlag;
import org.readingroom.viewer.model.Patient;
import org.readingroom.viewer.model.Study;

/// The columns of the worklist. Urgency and state have a shape and a word beside their colour.
// [impl->req~worklist.columns~1]
final class WorklistTable extends TableView<WorklistRow> {
    private final Words words;
    private final WorklistViewModel model;

    WorklistTable(WorklistViewModel model, Words words) {
        this.words = words;
        this.model = model;
        RowMarks marks = new RowMarks(words, model::sight);
        setId("worklist");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        mark("priority", 98, 98, 0, false, by(WorklistRow::priority), marks::priority);
        node("flags", 104, 104, 0, true, Comparator.comparingInt(WorklistTable::gravest), this::flags);
        mark("state", 156, 116, 0, false, by(WorklistRow::state), marks::state);
        mark("waiting", 92, 92, 0, true, WaitingTime.FIRST_OUT, marks::waiting);
        node("name", 180, 84, 0, false, by(WorklistRow::pinyin), this::name);
        mark(
                "sex",
                44,
                44,
                2,
                false,
                by(row -> row.patient().sex()),
                row -> text(PatientWords.sex(words, row.patient())));
        mark("age", 48, 48, 0, false, by(WorklistTable::days), row -> text(age(row)));
        text("id", 104, 84, 3, row -> row.patient().id().value());
        text("modality", 52, 52, 0, WorklistRow::modality);
        text("body-part", 90, 76, 0, WorklistRow::bodyPart);
        text("description", 200, 84, 0, WorklistRow::description);
        text("date", 116, 116, 4, row -> row.study().map(PatientWords::date).orElse(""));
        add(
                "images",
                78,
                78,
                0,
                false,
                WorklistTable::readiest,
                () -> new MarkCell(marks::ready, model.beatProperty()));
        mark("priors", 48, 48, 1, false, by(WorklistRow::priors), this::priors);
        mark("reader", 92, 64, 0, false, by(WorklistRow::reader), marks::reader);
        setSortPolicy(table -> {
            model.orderProperty().set(order());
            return true;
        });
        new ColumnRoom(this, model);
        words.messagesProperty().subscribe(this::refresh);
    }

    /// The columns, in the order in which they were made.
    List<ListColumn> all() {
        return getColumns().stream().map(ListColumn.class::cast).toList();
    }

    private @Nullable Function<ListSight, Comparator<WorklistRow>> order() {
        return getSortOrder().stream()
                .map(ListColumn.class::cast)
                .map(ListColumn::order)
                .reduce((one, next) -> sight -> one.apply(sight).thenComparing(next.apply(sight)))
                .orElse(null);
    }

    private void text(String name, double width, double least, int rank, Function<WorklistRow, String> said) {
        mark(name, width, least, rank, false, by(said), row -> text(said.apply(row)));
    }

    private void mark(
            String name,
            double width,
            double least,
            int rank,
            boolean isOfTheHospital,
            Comparator<WorklistRow> order,
            Function<WorklistRow, CellMark> shown) {
        add(name, width, least, rank, isOfTheHospital, sight -> order, () -> new MarkCell(shown, model.beatProperty()));
    }

    private void node(
            String name,
            double width,
            double least,
            int rank,
            boolean isOfTheHospital,
            Comparator<WorklistRow> order,
            Function<WorklistRow, Node> shown) {
        add(name, width, least, rank, isOfTheHospital, sight -> order, () -> new NodeCell(shown));
    }

    private void add(
            String name,
            double width,
            double least,
            int rank,
            boolean isOfTheHospital,
            Function<ListSight, Comparator<WorklistRow>> order,
            java.util.function.Supplier<javafx.scene.control.TableCell<WorklistRow, WorklistRow>> cell) {
        getColumns().add(new ListColumn(name, width, least, rank, isOfTheHospital, order, words, cell));
    }

    private static <T extends Comparable<T>> Comparator<WorklistRow> by(Function<WorklistRow, T> value) {
        return Comparator.comparing(value);
    }

    private static CellMark text(String text) {
        return CellMark.of(text);
    }

    private Node name(WorklistRow row) {
        Label name = new Label(PatientWords.name(words, row.patient()));
        Label letters = new Label(PatientWords.latin(row.patient()));
        letters.getStyleClass().addAll("quiet", "dense");
        // In a narrow column the letters give way, never the name.
        name.setMinWidth(Region.USE_PREF_SIZE);
        letters.setMinWidth(0);
        HBox line = new HBox(8, name, letters);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0);
        return line;
    }

    private Node flags(WorklistRow row) {
        return new FlagBadges(row.order() == null ? List.of() : row.order().flags(), words);
    }

    private static int gravest(WorklistRow row) {
        return row.order() == null
                ? PatientFlag.values().length
                : row.order().flags().stream()
                        .mapToInt(PatientFlag::ordinal)
                        .min()
                        .orElse(PatientFlag.values().length);
    }

    private String age(WorklistRow row) {
        return PatientWords.age(words, row);
    }

    private static long days(WorklistRow row) {
        Patient patient = row.patient();
        return Optional.ofNullable(PatientWords.day(row))
                .filter(day -> patient.birthDate() != null)
                .map(day -> ChronoUnit.DAYS.between(Objects.requireNonNull(patient.birthDate()), day))
                .orElse(Long.MAX_VALUE);
    }

    private CellMark priors(WorklistRow row) {
        return row.priors() == 0
                ? new CellMark(null, "quiet", "–", words.get("desktop.worklist.priors.none"))
                : new CellMark(
                        null,
                        "plain",
                        String.valueOf(row.priors()),
                        words.get("desktop.worklist.priors", row.priors()));
    }

    /// By the share that is here, then by how many that are.
    private static Comparator<WorklistRow> readiest(ListSight sight) {
        return Comparator.<WorklistRow>comparingDouble(row -> share(sight.readiness(row)))
                .thenComparingInt(row -> row.study().map(Study::instanceCount).orElse(0));
    }

    private static double share(Readiness ready) {
        return ready.isWhole() ? 1 : ready.total() == 0 ? 0 : (double) ready.here() / ready.total();
    }
}
