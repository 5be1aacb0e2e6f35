package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.viewer.model.StudyUid;

/// The loops, and of the chosen one everything that happened and the next act.
///
/// **Thread:** FX.
public final class CriticalSheet {
    private final CriticalDesk desk;
    private final CriticalWords said;
    private final Function<StudyUid, String> patient;
    private final ListView<CriticalCase> loops = new ListView<>();
    private final Label title = new Label();
    private final Label clock = new Label();
    private final Label whose = new Label();
    private final Label finding = new Label();
    private final VBox story = new VBox(4);
    private final VBox act = new VBox(8);
    private final VBox body = new VBox(8);
    private @Nullable UUID chosen;

    /// `patient` says in one line whose study it is.
    public CriticalSheet(CriticalDesk desk, CriticalWords said, Function<StudyUid, String> patient) {
        this.desk = desk;
        this.said = said;
        this.patient = patient;
        loops.setId("critical-loops");
        loops.setPrefHeight(96);
        loops.setMinHeight(72);
        loops.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(CriticalCase loop, boolean empty) {
                super.updateItem(loop, empty);
                setText(empty || loop == null ? "" : row(loop));
            }
        });
        loops.getSelectionModel().selectedItemProperty().subscribe((before, loop) -> {
            if (loop != null && !loop.id().equals(chosen)) {
                chosen = loop.id();
                show();
            }
        });
        title.getStyleClass().add("title");
        title.setId("critical-title");
        clock.setId("critical-clock");
        finding.setWrapText(true);
        whose.getStyleClass().add("quiet");
        story.setId("critical-story");
        ScrollPane scroll = new ScrollPane(story);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(130);
        scroll.setMinHeight(96);
        scroll.setFocusTraversable(false);
        Label version = new Label(said.words()
                        .get("desktop.critical.dictionary", desk.dictionary().version()) + " · "
                + said.words().get("desktop.critical.rules", desk.rules().version()));
        version.getStyleClass().addAll("quiet", "dense");
        body.setPadding(new Insets(12, 16, 12, 16));
        body.getChildren().addAll(loops, title, whose, finding, clock, scroll, act, version);
        loops.setFocusTraversable(false);
    }

    public VBox body() {
        return body;
    }

    /// Shows `ofThese`, `first` of them chosen.
    public void open(List<CriticalCase> ofThese, @Nullable UUID first) {
        loops.getItems().setAll(ofThese);
        boolean isOne = ofThese.size() == 1;
        loops.setVisible(!isOne);
        loops.setManaged(!isOne);
        chosen = first != null
                ? first
                : ofThese.isEmpty() ? null : ofThese.getFirst().id();
        show();
    }

    /// The clock has gone on.
    public void tick() {
        UUID id = chosen;
        if (id != null) {
            desk.find(id).ifPresent(this::clock);
        }
        loops.refresh();
    }

    /// Something was entered.
    public void changed() {
        loops.getItems().replaceAll(loop -> desk.find(loop.id()).orElse(loop));
        show();
    }

    private void show() {
        UUID id = chosen;
        CriticalCase loop = id == null ? null : desk.find(id).orElse(null);
        story.getChildren().clear();
        act.getChildren().clear();
        if (loop == null) {
            title.setText(said.words().get("desktop.critical.none"));
            return;
        }
        title.setText(said.name(loop) + " — " + said.state(loop));
        whose.setText(patient.apply(loop.finding().study()));
        finding.setText(loop.finding().words());
        for (CriticalEvent event : loop.events()) {
            Label line = new Label(said.line(event, loop.corrected(event)));
            line.setWrapText(true);
            line.getStyleClass().add("dense");
            story.getChildren().add(line);
        }
        clock(loop);
        Node form = new CriticalActForm(desk, loop, said, whose.getText(), done -> changed());
        act.getChildren().setAll(form, new CriticalCorrectionForm(desk, loop, said, done -> changed()));
    }

    private void clock(CriticalCase loop) {
        clock.getStyleClass().removeAll("quiet", "attention", "critical");
        CriticalClock now = desk.clock(loop).orElse(null);
        clock.setText(now == null ? "" : said.clock(now));
        clock.getStyleClass().add(now == null ? "quiet" : CriticalWords.tone(now));
    }

    private String row(CriticalCase loop) {
        return said.name(loop) + " · " + said.state(loop)
                + desk.clock(loop).map(now -> " · " + said.clock(now)).orElse("") + " · "
                + patient.apply(loop.finding().study());
    }
}
