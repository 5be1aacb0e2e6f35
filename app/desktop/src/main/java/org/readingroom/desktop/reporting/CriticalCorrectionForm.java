package org.readingroom.desktop.reporting;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalEvent;
import org.readingroom.report.critical.CriticalKind;

/// Says that a step was entered wrongly: when it really happened, with whom, and why. The step itself stays.
// [impl->req~report.critical.sheet~1]
final class CriticalCorrectionForm extends TitledPane {
    private final CriticalDesk desk;
    private final CriticalCase loop;
    private final CriticalWords said;
    private final Consumer<CriticalCase> done;
    private final ChoiceBox<CriticalEvent> step = new ChoiceBox<>();
    private final TextField time = new TextField();
    private final TextField name = new TextField();
    private final TextField reason = new TextField();
    private final Label refusal = new Label();

    CriticalCorrectionForm(CriticalDesk desk, CriticalCase loop, CriticalWords said, Consumer<CriticalCase> done) {
        this.desk = desk;
        this.loop = loop;
        this.said = said;
        this.done = done;
        Words words = said.words();
        setId("critical-correction");
        setText(words.get("desktop.critical.correct"));
        setExpanded(false);
        setAnimated(false);
        step.setId("critical-correct-step");
        loop.events().stream()
                .filter(event -> event.kind() != CriticalKind.CORRECTED
                        && event.kind() != CriticalKind.SUSPECTED
                        && event.kind() != CriticalKind.SENT)
                .forEach(step.getItems()::add);
        step.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable CriticalEvent event) {
                return event == null ? "" : words.get(event.kind().messageKey()) + " " + said.time(event.occurredAt());
            }

            @Override
            public @Nullable CriticalEvent fromString(String text) {
                return null;
            }
        });
        field(time, "critical-correct-time", "desktop.critical.correct-time");
        field(name, "critical-correct-name", "desktop.critical.correct-name");
        field(reason, "critical-correct-reason", "desktop.critical.reason");
        Button button = new Button(words.get("desktop.critical.do.corrected"));
        button.setId("critical-correct");
        button.setTooltip(new Tooltip(words.get("desktop.critical.do.corrected")));
        button.setOnAction(event -> correct());
        refusal.setId("critical-correct-refusal");
        refusal.getStyleClass().add("critical");
        refusal.setWrapText(true);
        setContent(new VBox(6, step, time, name, reason, button, refusal));
    }

    private void field(TextField field, String id, String key) {
        field.setId(id);
        field.setPromptText(said.words().get(key));
    }

    private void correct() {
        CriticalEvent wrong = step.getValue();
        if (wrong == null) {
            refusal.setText(said.words().get("desktop.critical.correct-what"));
            return;
        }
        try {
            CriticalEvent known = loop.corrected(wrong);
            Instant at =
                    EnteredTime.read(time.getText(), desk.now(), said.zone()).orElse(known.occurredAt());
            CriticalAct act = CriticalAct.correction(wrong, at, contact(known), reason.getText());
            desk.perform(
                    loop.id(), act, done, fault -> refusal.setText(said.words().about(fault)));
        } catch (DateTimeException e) {
            refusal.setText(said.words().get("desktop.critical.time-unreadable"));
        }
    }

    /// The same call with another name; nothing when the name was right.
    private @Nullable CriticalContact contact(CriticalEvent known) {
        CriticalContact was = known.contact();
        String other = name.getText().strip();
        return was == null || other.isEmpty()
                ? null
                : new CriticalContact(other, was.place(), was.phone(), was.medium(), was.readBack());
    }
}
