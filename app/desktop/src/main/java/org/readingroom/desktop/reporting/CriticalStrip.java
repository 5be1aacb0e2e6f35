package org.readingroom.desktop.reporting;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalClock;

/// The critical values of the open study above its report, each with its state and clock; a click opens it.
public final class CriticalStrip extends VBox {
    private final CriticalDesk desk;
    private final CriticalWords said;
    private final Consumer<UUID> open;

    public CriticalStrip(CriticalDesk desk, CriticalWords said, Consumer<UUID> open) {
        this.desk = desk;
        this.said = said;
        this.open = open;
        setId("critical-strip");
        getStyleClass().add("report-checks");
    }

    /// Shows `loops` as they stand now.
    public void show(List<CriticalCase> loops) {
        if (getChildren().size() != loops.size()) {
            getChildren().setAll(loops.stream().map(loop -> new Button()).toList());
        }
        for (int i = 0; i < loops.size(); i++) {
            fill((Button) getChildren().get(i), loops.get(i));
        }
        setVisible(!loops.isEmpty());
        setManaged(!loops.isEmpty());
    }

    private void fill(Button line, CriticalCase loop) {
        CriticalClock clock = desk.clock(loop).orElse(null);
        String tone = clock == null ? "quiet" : CriticalWords.tone(clock);
        String text = said.name(loop) + " · " + said.state(loop) + (clock == null ? "" : " · " + said.clock(clock));
        line.setText(text);
        line.getStyleClass().setAll("button", "bare", tone);
        line.setGraphic(Icons.of(MaterialDesignA.ALERT_OCTAGON_OUTLINE, tone));
        line.setTooltip(new Tooltip(said.words().get("desktop.critical.open-tip")));
        line.setOnAction(event -> open.accept(loop.id()));
    }
}
