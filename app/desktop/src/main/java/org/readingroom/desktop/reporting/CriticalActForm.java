package org.readingroom.desktop.reporting;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.critical.CriticalAct;
import org.readingroom.report.critical.CriticalCase;
import org.readingroom.report.critical.CriticalContact;
import org.readingroom.report.critical.CriticalContact.Medium;
import org.readingroom.report.critical.CriticalKind;
import org.readingroom.report.critical.CriticalState;

/// The next act of a loop: only what comes next is asked for, and what the rules refuse is said in their words.
// [impl->req~report.critical.sheet~1]
final class CriticalActForm extends VBox {
    private final CriticalDesk desk;
    private final CriticalCase loop;
    private final Words words;
    private final CriticalWords said;
    private final Consumer<CriticalCase> done;
    private final GridPane fields = new GridPane(8, 6);
    private final FlowPane buttons = new FlowPane(8, 6);
    private final Label refusal = new Label();
    private final TextField name = field("critical-name");
    private final TextField place = field("critical-place");
    private final TextField phone = field("critical-phone");
    private final TextField readBack = field("critical-read-back");
    private final TextField reason = field("critical-words");
    private final TextField time = field("critical-time");
    private final TextField calledIn = field("critical-called-in");
    private final CheckBox isSame = new CheckBox();
    private final ChoiceBox<Medium> medium = new ChoiceBox<>();

    CriticalActForm(
            CriticalDesk desk, CriticalCase loop, CriticalWords said, String patient, Consumer<CriticalCase> done) {
        super(8);
        this.desk = desk;
        this.loop = loop;
        this.said = said;
        this.words = said.words();
        this.done = done;
        refusal.setId("critical-refusal");
        refusal.getStyleClass().add("critical");
        refusal.setWrapText(true);
        medium.setId("critical-medium");
        medium.getItems().setAll(Medium.PHONE, Medium.IN_PERSON);
        medium.setValue(Medium.PHONE);
        medium.setConverter(new StringConverter<>() {
            @Override
            public String toString(Medium way) {
                return way == null ? "" : words.get(way.messageKey());
            }

            @Override
            public Medium fromString(String text) {
                return Medium.PHONE;
            }
        });
        build(patient);
        getChildren().setAll(fields, buttons, refusal);
    }

    private void build(String patient) {
        switch (loop.state()) {
            case SUSPECTED -> {
                line("desktop.critical.reason", reason);
                button(
                        CriticalKind.DISCOVERED,
                        "critical-discover",
                        () -> desk.discover(loop.finding(), done, this::refuse));
                button(
                        CriticalKind.EXCLUDED,
                        "critical-exclude",
                        () -> perform(CriticalAct.of(CriticalKind.EXCLUDED).saying(reason.getText())));
            }
            case DISCOVERED -> {
                line("desktop.critical.senior", name);
                line("desktop.critical.phone", phone);
                line("desktop.critical.reason", reason);
                line("desktop.critical.time", time);
                button(CriticalKind.VERIFIED, "critical-verify", this::verify);
                button(
                        CriticalKind.EXCLUDED,
                        "critical-exclude",
                        () -> perform(CriticalAct.of(CriticalKind.EXCLUDED).saying(reason.getText())));
            }
            case VERIFIED -> {
                String say = words.get(
                        "desktop.critical.say",
                        patient,
                        said.name(loop),
                        loop.finding().words());
                Label script = new Label(say);
                script.setId("critical-say");
                script.setWrapText(true);
                line("desktop.critical.medium", medium);
                line("desktop.critical.ward-person", name);
                line("desktop.critical.place", place);
                line("desktop.critical.phone", phone);
                line("desktop.critical.to-say", script);
                isSame.setId("critical-read-back-same");
                isSame.setText(words.get("desktop.critical.read-back-same"));
                isSame.selectedProperty().subscribe(same -> readBack.setText(same ? say : ""));
                line("desktop.critical.read-back", isSame);
                line("desktop.critical.read-back-words", readBack);
                line("desktop.critical.time", time);
                button(
                        CriticalKind.NOTIFIED,
                        "critical-notify",
                        () -> perform(CriticalAct.of(CriticalKind.NOTIFIED).with(contact())));
                button(CriticalKind.UNREACHED, "critical-unreached", this::unreached);
            }
            case NOTIFIED -> {
                line("desktop.critical.ward-person", name);
                line("desktop.critical.phone", phone);
                line("desktop.critical.time", time);
                button(
                        CriticalKind.ACKNOWLEDGED,
                        "critical-acknowledge",
                        () -> perform(CriticalAct.of(CriticalKind.ACKNOWLEDGED).with(contact())));
                button(CriticalKind.UNREACHED, "critical-unreached", this::unreached);
            }
            case ACKNOWLEDGED -> {
                line("desktop.critical.ward-person", name);
                line("desktop.critical.what-done", reason);
                line("desktop.critical.time", time);
                button(
                        CriticalKind.HANDLED,
                        "critical-handle",
                        () -> perform(CriticalAct.of(CriticalKind.HANDLED)
                                .with(contact())
                                .saying(reason.getText())));
            }
            case HANDLED, EXCLUDED -> {}
        }
        if (loop.state().isOpen() && loop.state() != CriticalState.SUSPECTED) {
            line("desktop.critical.called-in", calledIn);
            button(
                    CriticalKind.ESCALATED,
                    "critical-escalate",
                    () -> perform(CriticalAct.of(CriticalKind.ESCALATED).saying(calledIn.getText())));
        }
    }

    /// A senior verifies by being signed in; anybody else names the senior who said so.
    private void verify() {
        CriticalAct act = CriticalAct.of(CriticalKind.VERIFIED);
        perform(name.getText().isBlank() ? act : act.with(contact()));
    }

    private void unreached() {
        perform(CriticalAct.of(CriticalKind.UNREACHED).with(contact()));
    }

    private CriticalContact contact() {
        return new CriticalContact(
                name.getText(), place.getText(), phone.getText(), medium.getValue(), readBack.getText());
    }

    private void perform(CriticalAct act) {
        Instant occurred;
        try {
            occurred = EnteredTime.read(time.getText(), desk.now(), said.zone()).orElse(null);
        } catch (java.time.DateTimeException e) {
            refusal.setText(words.get("desktop.critical.time-unreadable"));
            return;
        }
        desk.perform(loop.id(), act.at(occurred), done, this::refuse);
    }

    private void refuse(Exception fault) {
        refusal.setText(words.about(fault));
    }

    private void line(String key, Node value) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("quiet");
        label.setMinWidth(USE_PREF_SIZE);
        fields.addRow(fields.getRowCount(), label, value);
    }

    private void button(CriticalKind kind, String id, Runnable action) {
        String key = "desktop.critical.do." + kind.name().toLowerCase(java.util.Locale.ROOT);
        Button button = new Button(words.get(key));
        button.setId(id);
        button.setTooltip(new Tooltip(words.get(key)));
        button.setDefaultButton(buttons.getChildren().isEmpty());
        button.setOnAction(event -> action.run());
        buttons.getChildren().add(button);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(44);
        return field;
    }
}
