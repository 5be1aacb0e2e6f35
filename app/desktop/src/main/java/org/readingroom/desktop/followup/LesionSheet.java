package org.readingroom.desktop.followup;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.recist.Lesion;
import org.readingroom.viewer.recist.LesionRole;

/// Says which lesion a mark measures: one that is followed already, or a new one with its role and place.
///
/// **Thread:** FX.
// [impl->req~recist.follow-up~1]
public final class LesionSheet {
    private final FollowUpModel model;
    private final ChoiceBox<Optional<Lesion>> which = new ChoiceBox<>();
    private final TextField name = new TextField();
    private final ChoiceBox<LesionRole> role = new ChoiceBox<>();
    private final TextField organ = new TextField();
    private final CheckBox node = new CheckBox();
    private final GridPane body = new GridPane();

    /// For `marked`, which may measure a lesion already.
    public LesionSheet(FollowUpModel model, MarkedLesion marked, Words words) {
        this.model = model;
        which.setId("lesion-which");
        name.setId("lesion-name");
        role.setId("lesion-role");
        organ.setId("lesion-organ");
        node.setId("lesion-node");
        which.getItems().add(Optional.empty());
        model.followUpProperty()
                .get()
                .lesions()
                .forEach(lesion -> which.getItems().add(Optional.of(lesion)));
        which.setConverter(words(chosen -> chosen.map(Lesion::name).orElse(words.get("desktop.recist.another"))));
        role.getItems().setAll(LesionRole.values());
        role.setConverter(words(one -> words.get("desktop.recist.role." + FollowUpWords.code(one))));
        role.setValue(LesionRole.TARGET);
        name.setText(model.followUpProperty().get().nextName(LesionRole.TARGET));
        role.valueProperty().subscribe((before, now) -> {
            if (now != null
                    && before != now
                    && which.getValue() != null
                    && which.getValue().isEmpty()) {
                name.setText(model.followUpProperty().get().nextName(now));
            }
        });
        which.valueProperty().subscribe(this::show);
        which.setValue(model.lesionOf(marked.mark().id()));
        node.setText(words.get("desktop.recist.is-node"));
        organ.setPromptText(words.get("desktop.recist.organ-prompt"));
        body.setPadding(new Insets(12));
        body.setHgap(12);
        body.setVgap(8);
        List<Node> fields = List.of(which, name, role, organ, node);
        List<String> labels = List.of("which", "name", "role", "organ", "node");
        for (int i = 0; i < fields.size(); i++) {
            body.addRow(i, new Label(words.get("desktop.recist.field." + labels.get(i))), fields.get(i));
        }
    }

    private interface Text<T> {
        String of(T value);
    }

    private static <T> StringConverter<T> words(Text<T> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.of(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    private void show() {
        Optional<Lesion> chosen = which.getValue() == null ? Optional.empty() : which.getValue();
        chosen.ifPresent(lesion -> {
            name.setText(lesion.name());
            role.setValue(lesion.role());
            organ.setText(lesion.organ());
            node.setSelected(lesion.isNode());
        });
        name.setDisable(chosen.isPresent());
        role.setDisable(chosen.isPresent());
        organ.setDisable(chosen.isPresent());
        node.setDisable(chosen.isPresent());
    }

    public Node body() {
        return body;
    }

    /// The lesion as it was filled in; nothing without a name, or with one that another lesion has.
    public Optional<Lesion> lesion() {
        if (which.getValue() != null && which.getValue().isPresent()) {
            return which.getValue();
        }
        String typed = name.getText().strip();
        return typed.isEmpty() || model.followUpProperty().get().find(typed).isPresent()
                ? Optional.empty()
                : Optional.of(new Lesion(
                        typed,
                        role.getValue(),
                        node.isSelected(),
                        organ.getText().strip(),
                        List.of()));
    }
}
