package org.readingroom.desktop.request;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.readingroom.desktop.command.Command;
import org.readingroom.desktop.command.CommandTips;
import org.readingroom.desktop.fx.Icons;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.ris.RequestForm;

/// A request as it is read: warnings first, then why, what is known, laboratory and earlier reports. What the hospital
/// did not say is left out; what it did not show is said.
// [impl->req~request.form~1]
public final class RequestView extends VBox {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RequestModel model;
    private final Words words;
    private @Nullable Command again;

    public RequestView(RequestModel model, Words words) {
        this.model = model;
        this.words = words;
        setId("request");
        getStyleClass().add("request");
        model.stateProperty().subscribe(this::fill);
        words.messagesProperty().subscribe(this::fill);
    }

    /// The command by which the request is asked for anew.
    public void offer(Command command) {
        again = command;
        fill();
    }

    private void fill() {
        getChildren().clear();
        switch (model.stateProperty().get()) {
            case RequestState.None none -> {}
            case RequestState.Asking asking -> ask(asking.before());
            case RequestState.Failed failed -> fail(failed.fault());
            case RequestState.Shown shown -> show(shown);
        }
        setManaged(!getChildren().isEmpty());
        setVisible(!getChildren().isEmpty());
    }

    /// What was known until now stays to be read, with its age.
    private void ask(RequestState.@Nullable Shown before) {
        if (before != null) {
            show(before);
        }
        Label label = quiet(words.get("desktop.request.asking"));
        label.setId("request-asking");
        getChildren().add(label);
    }

    private void show(RequestState.Shown shown) {
        show(shown.form());
        getChildren().add(asked(shown.asked()));
    }

    private void fail(Exception fault) {
        Label what = quiet(words.get("desktop.request.failed"));
        Label why = quiet(words.about(fault));
        getChildren().addAll(what, why, again());
    }

    /// How old it is, and the way to have it anew.
    private Node asked(Instant at) {
        Label label = quiet(words.get("desktop.request.asked", time(MINUTE, at)));
        label.setId("request-asked");
        FlowPane line = new FlowPane(8, 4, label, again());
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button again() {
        Button button = new Button(words.get("desktop.request.again"));
        button.setId("request-again");
        button.setOnAction(event -> model.again());
        if (again == null) {
            button.setTooltip(new Tooltip(words.get("desktop.request.again-tip")));
        } else {
            CommandTips.install(button, "desktop.request.again-tip", words, again);
        }
        return button;
    }

    private void show(RequestForm form) {
        for (String warning : form.warnings()) {
            Label label = wrapped(warning);
            label.setGraphic(Icons.of(MaterialDesignA.ALERT_OUTLINE, "attention"));
            label.getStyleClass().add("attention");
            getChildren().add(label);
        }
        part("desktop.request.reason", form.reason());
        part("desktop.request.diagnosis", form.diagnosis());
        part("desktop.request.history", form.clinicalHistory());
        part(
                "desktop.request.by",
                Stream.of(form.requester(), form.department(), time(MINUTE, form.requested()))
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining(" · ")));
        if (!form.laboratory().isEmpty()) {
            heading("desktop.request.laboratory");
            getChildren().add(new LaboratoryTable(form.laboratory(), words));
        }
        if (!form.reports().isEmpty()) {
            heading("desktop.request.reports");
            form.reports().forEach(report -> getChildren().add(report(report)));
        }
        form.withheld().stream()
                .sorted()
                .forEach(part ->
                        getChildren().add(quiet(words.get("desktop.request.withheld", words.get(part.messageKey())))));
        if (getChildren().isEmpty()) {
            getChildren().add(quiet(words.get("desktop.request.empty")));
        }
    }

    private Node report(RequestForm.EarlierReport report) {
        Label title = new Label(Stream.of(time(DAY, report.issued()), report.title())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("  ")));
        title.getStyleClass().addAll("dense", "strong");
        title.setWrapText(true);
        return new VBox(2, title, wrapped(report.conclusion()));
    }

    private void part(String key, String text) {
        if (!text.isBlank()) {
            heading(key);
            getChildren().add(wrapped(text));
        }
    }

    private void heading(String key) {
        Label label = new Label(words.get(key));
        label.getStyleClass().add("heading");
        getChildren().add(label);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label quiet(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("quiet");
        return label;
    }

    private static String time(DateTimeFormatter format, @Nullable Instant at) {
        return at == null ? "" : format.format(at.atZone(ZoneId.systemDefault()));
    }
}
