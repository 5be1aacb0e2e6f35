package org.readingroom.desktop.hospital;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.fx.WhileShown;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.hospital.DrillReport;
import org.readingroom.services.link.LinkKind;
import org.readingroom.services.link.LinkStatus;

/// Both links: how they stand, since when and why; and the drill, which cuts them on purpose.
///
/// **Thread:** FX.
// [impl->req~hospital.link-state~1]
// [impl->req~hospital.drill-sheet~1]
public final class LinksSheet extends VBox {
    private final LinksModel links;
    private final DrillModel drill;
    private final Words words;
    private final GridPane table = new GridPane();
    private final VBox drilling = new VBox(8);
    private final Button ask;
    private final Map<LinkKind, CheckBox> kinds = new EnumMap<>(LinkKind.class);

    public LinksSheet(LinksModel links, DrillModel drill, Words words) {
        super(12);
        this.links = links;
        this.drill = drill;
        this.words = words;
        setId("links");
        getStyleClass().add("sheet-body");
        table.setHgap(16);
        table.setVgap(6);
        this.ask = button("links-ask", "desktop.links.ask", links::askNow);
        ask.disableProperty().bind(Bindings.isEmpty(links.statuses()));
        for (LinkKind kind : LinkKind.values()) {
            CheckBox box = new CheckBox();
            box.setId("drill-" + kind.name().toLowerCase(java.util.Locale.ROOT));
            box.textProperty().bind(words.text(kind.messageKey()));
            box.setSelected(true);
            kinds.put(kind, box);
        }
        getChildren().addAll(table, ask, new Separator(), heading(), drilling);
        showDrill();
        WhileShown.follow(this, this::follow);
    }

    private Subscription follow() {
        fill();
        showDrill();
        ListChangeListener<LinkStatus> changed = change -> fill();
        links.statuses().addListener(changed);
        return drill.runningProperty()
                .subscribe((before, now) -> tell())
                .and(drill.endingProperty().subscribe((before, now) -> tell()))
                .and(drill.filedProperty().subscribe((before, now) -> tell()))
                .and(drill.faultProperty().subscribe((before, now) -> tell()))
                .and(words.messagesProperty().subscribe((before, now) -> {
                    fill();
                    tell();
                }))
                .and(() -> links.statuses().removeListener(changed));
    }

    private Label heading() {
        Label heading = new Label();
        heading.getStyleClass().add("strong");
        heading.textProperty().bind(words.text("desktop.drill.title"));
        return heading;
    }

    private void fill() {
        table.getChildren().clear();
        if (links.statuses().isEmpty()) {
            table.addRow(0, quiet("desktop.links.none"));
            return;
        }
        int row = 0;
        for (LinkStatus status : links.statuses()) {
            boolean isWell = LinkWords.tone(status) == Tone.PLAIN;
            String tone = isWell ? "quiet" : "attention";
            Label state = new Label(
                    words.get(status.state().messageKey()),
                    Icons.of(
                            isWell ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OUTLINE,
                            isWell ? "done" : "attention"));
            state.setId("link-" + status.kind().name().toLowerCase(java.util.Locale.ROOT));
            state.getStyleClass().add(tone);
            Label why = new Label(status.messageKey().isEmpty() ? "" : words.get(status.messageKey()));
            why.setWrapText(true);
            why.getStyleClass().add("quiet");
            Label since = new Label(words.get("desktop.links.since", LinkWords.since(status.since())));
            since.getStyleClass().add("quiet");
            table.addRow(row++, new Label(words.get(status.kind().messageKey())), state, since, why);
        }
    }

    private void tell() {
        // what is rebuilt takes the keyboard with it
        boolean hadFocus =
                drilling.isFocusWithin() || getScene() != null && getScene().getFocusOwner() == null;
        showDrill();
        if (hadFocus) {
            drilling.getChildren().stream()
                    .filter(node -> node instanceof Button button && !button.isDisabled())
                    .findFirst()
                    .orElse(ask)
                    .requestFocus();
        }
    }

    private void showDrill() {
        drilling.getChildren().clear();
        if (drill.endingProperty().get()) {
            drilling.getChildren().add(quiet("desktop.drill.ending"));
        } else if (drill.runningProperty().get()) {
            Label on =
                    new Label(words.get("desktop.drill.running"), Icons.of(MaterialDesignA.ALERT_OUTLINE, "attention"));
            on.setWrapText(true);
            on.getStyleClass().add("attention");
            drilling.getChildren()
                    .addAll(on, button("drill-end", "desktop.drill.end", () -> drill.end(words.locale())));
        } else {
            Button begin = button("drill-begin", "desktop.drill.begin", () -> drill.begin(chosen()));
            begin.setDisable(links.statuses().isEmpty());
            HBox which = new HBox(16);
            for (LinkStatus status : links.statuses()) {
                which.getChildren().add(kinds.get(status.kind()));
            }
            drilling.getChildren().addAll(quiet("desktop.drill.what"), which, begin);
        }
        DrillActs.Filed filed = drill.filedProperty().get();
        if (filed != null) {
            report(filed);
        }
        Exception fault = drill.faultProperty().get();
        if (fault != null) {
            Label told = new Label(words.about(fault));
            told.setWrapText(true);
            told.getStyleClass().add("critical");
            drilling.getChildren().add(told);
        }
    }

    private Set<LinkKind> chosen() {
        Set<LinkKind> chosen = EnumSet.noneOf(LinkKind.class);
        kinds.forEach((kind, box) -> {
            if (box.isSelected()) {
                chosen.add(kind);
            }
        });
        return chosen;
    }

    private void report(DrillActs.Filed filed) {
        DrillReport report = filed.report();
        DrillReport.Work work = report.work();
        String key = report.isPassed() ? "desktop.drill.passed" : "desktop.drill.failed";
        Label verdict = new Label(
                words.get(key),
                Icons.of(
                        report.isPassed() ? MaterialDesignC.CHECK : MaterialDesignA.ALERT_OUTLINE,
                        report.isPassed() ? "done" : "attention"));
        verdict.setId("drill-verdict");
        Label counts = new Label(words.get(
                "desktop.drill.counts",
                Math.max(1, report.cutFor().toMinutes()),
                work.read(),
                work.drafted(),
                work.signed(),
                work.queued(),
                work.sent()));
        counts.setWrapText(true);
        Label file = new Label(words.get("desktop.drill.filed", filed.file().toString()));
        file.setWrapText(true);
        file.getStyleClass().addAll("quiet", "dense");
        drilling.getChildren().addAll(new Separator(), verdict, counts, file);
    }

    private Label quiet(String key) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }

    private Button button(String id, String key, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(words.text(key));
        button.setOnAction(event -> action.run());
        return button;
    }
}
