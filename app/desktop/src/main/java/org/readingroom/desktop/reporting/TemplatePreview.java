package org.readingroom.desktop.reporting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.readingroom.desktop.fx.Words;
import org.readingroom.report.template.RenderedLine;
import org.readingroom.report.template.TemplateException;
import org.readingroom.report.template.TemplateForm;
import org.readingroom.report.template.TemplateFunctions;
import org.readingroom.report.template.TemplateProblem;
import org.readingroom.report.template.TemplateReader;
import org.readingroom.report.template.TemplateReader.ReadTemplate;
import org.readingroom.report.template.TemplateSection;

/// What a template file makes of a report before anything is filled in, and what is wrong in it, by line.
///
/// **Thread:** FX.
final class TemplatePreview extends VBox {
    private final Words words;
    private final TemplateReader reader = new TemplateReader(TemplateFunctions.shipped());
    private final TextArea text = new TextArea();
    private final ListView<String> problems = new ListView<>();
    private boolean isSound;

    TemplatePreview(Words words) {
        super(6);
        this.words = words;
        text.setId("template-preview");
        text.setEditable(false);
        text.setWrapText(true);
        text.setFocusTraversable(false);
        problems.setId("template-problems");
        problems.setPrefHeight(140);
        problems.setFocusTraversable(false);
        Label none = new Label(words.get("desktop.templates.sound"));
        problems.setPlaceholder(none);
        VBox.setVgrow(text, Priority.ALWAYS);
        getChildren().setAll(text, problems);
    }

    boolean isSound() {
        return isSound;
    }

    void show(String source) {
        try {
            ReadTemplate read = reader.read(source.getBytes(StandardCharsets.UTF_8));
            TemplateForm form = TemplateForm.empty(read.template());
            text.setText(read.template().sections().stream()
                    .map(section -> section(form, section))
                    .collect(Collectors.joining("\n\n")));
            tell(read.dropped());
            isSound = true;
        } catch (TemplateException e) {
            tell(e.problems());
            isSound = false;
        }
    }

    private String section(TemplateForm form, TemplateSection section) {
        return words.get(section.kind().messageKey())
                + "\n"
                + form.lines(section.kind()).stream()
                        .map(line -> line.pieces().stream()
                                .map(RenderedLine.Piece::text)
                                .collect(Collectors.joining()))
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n"));
    }

    private void tell(List<TemplateProblem> found) {
        problems.getItems()
                .setAll(found.stream()
                        .map(problem -> words.get(
                                "desktop.templates.line",
                                problem.line(),
                                words.get(problem.key(), problem.arguments().toArray())))
                        .toList());
    }
}
