package org.readingroom.report.ui.form;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import org.readingroom.report.template.TemplateField;

/// A list that takes several choices, as boxes to tick.
///
/// **Thread:** `fx`.
final class SeveralChoices extends FlowPane {
    private final TemplateField field;
    private boolean showing;

    /// `take` is told the words of all that are ticked.
    SeveralChoices(TemplateField field, Consumer<String> take) {
        super(8, 4);
        this.field = field;
        field.choices().forEach(choice -> {
            CheckBox box = new CheckBox(choice.label());
            box.selectedProperty().addListener((observable, old, isTicked) -> {
                if (!showing) {
                    take.accept(chosen());
                }
            });
            getChildren().add(box);
        });
    }

    void show(String value) {
        List<String> chosen = Arrays.asList(value.split(TemplateField.SEPARATOR, -1));
        showing = true;
        for (int i = 0; i < field.choices().size(); i++) {
            ((CheckBox) getChildren().get(i))
                    .setSelected(chosen.contains(field.choices().get(i).words()));
        }
        showing = false;
    }

    private String chosen() {
        return java.util.stream.IntStream.range(0, field.choices().size())
                .filter(i -> ((CheckBox) getChildren().get(i)).isSelected())
                .mapToObj(i -> field.choices().get(i).words())
                .collect(Collectors.joining(TemplateField.SEPARATOR));
    }
}
