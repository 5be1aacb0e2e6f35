package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.hanging.HangingView;
import org.readingroom.viewer.hanging.ImageSetSelector;
import org.readingroom.viewer.hanging.PresentationGroup;
import org.readingroom.viewer.hanging.SetPlane;
import org.readingroom.viewer.viewport.Layout;

/// One stage to be changed: its layout, and for each view which sets are wanted most.
///
/// Alternatives behind the first, and how a view opens, stay as they are; they are changed by
/// hanging and F7.
final class GroupForm extends VBox {
    private final PresentationGroup group;
    private final Consumer<UnaryOperator<PresentationGroup>> kept;
    private final Words words;

    GroupForm(PresentationGroup group, Consumer<UnaryOperator<PresentationGroup>> kept, Words words) {
        super(4);
        this.group = group;
        this.kept = kept;
        this.words = words;
        String name = group.description().in(words.locale());
        Label title = new Label(name.isEmpty() ? group.layout().label() : name);
        title.getStyleClass().add("strong");
        TextField layout = new TextField(group.layout().label());
        layout.setPrefColumnCount(4);
        layout.setMaxWidth(70);
        layout.accessibleTextProperty().bind(words.text("desk.hanging.edit.layout"));
        ProtocolForm.keepWhenLeft(layout, this::layout);
        GridPane grid = new GridPane(6, 4);
        String[] heads = {"view", "set-modalities", "set-words", "set-not-words", "set-plane", "set-prior"};
        for (int column = 0; column < heads.length; column++) {
            Label head = new Label(words.get("desk.hanging.edit." + heads[column]));
            head.getStyleClass().addAll("quiet", "dense");
            grid.add(head, column, 0);
        }
        for (int i = 0; i < group.views().size(); i++) {
            view(grid, i);
        }
        getChildren().addAll(title, layout, grid);
    }

    private void layout(String text) {
        Layout wanted = Layout.of(text).orElseThrow(() -> new IllegalArgumentException("layout " + text));
        kept.accept(old -> new PresentationGroup(
                old.description(), wanted.rows(), wanted.columns(), old.views(), old.fills(), old.tiled()));
    }

    private void view(GridPane grid, int index) {
        HangingView view = group.views().get(index);
        Optional<ImageSetSelector> first = view.imageSets().stream().findFirst();
        grid.add(new Label(Integer.toString(index + 1)), 0, index + 1);
        if (first.isEmpty()) {
            return;
        }
        ImageSetSelector now = first.get();
        field(
                grid,
                index,
                1,
                String.join(", ", now.modalities()),
                text -> change(
                        index,
                        s -> with(s, ProtocolForm.upper(ProtocolForm.list(text)), s.words(), s.notWords(), s.plane())));
        field(
                grid,
                index,
                2,
                String.join(", ", now.words()),
                text -> change(index, s -> with(s, s.modalities(), ProtocolForm.list(text), s.notWords(), s.plane())));
        field(
                grid,
                index,
                3,
                String.join(", ", now.notWords()),
                text -> change(index, s -> with(s, s.modalities(), s.words(), ProtocolForm.list(text), s.plane())));
        grid.add(
                planes(
                        now.plane(),
                        plane -> change(index, s -> with(s, s.modalities(), s.words(), s.notWords(), plane))),
                4,
                index + 1);
        field(
                grid,
                index,
                5,
                Integer.toString(now.abstractPriorValue()),
                text -> change(index, s -> s.ofPrior(Integer.parseInt(text))));
    }

    private void field(GridPane grid, int index, int column, String before, Consumer<String> keep) {
        TextField field = new TextField(before);
        field.setPrefColumnCount(column == 5 ? 3 : column == 1 ? 6 : 14);
        ProtocolForm.keepWhenLeft(field, keep);
        grid.add(field, column, index + 1);
    }

    private ComboBox<Optional<SetPlane>> planes(@Nullable SetPlane now, Consumer<@Nullable SetPlane> keep) {
        ComboBox<Optional<SetPlane>> box = new ComboBox<>();
        box.getItems().add(Optional.empty());
        for (SetPlane plane : SetPlane.values()) {
            box.getItems().add(Optional.of(plane));
        }
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<SetPlane> plane) {
                return plane == null || plane.isEmpty()
                        ? words.get("desk.hanging.edit.any")
                        : words.get("desk.hanging.plane." + plane.get().name().toLowerCase(java.util.Locale.ROOT));
            }

            @Override
            public Optional<SetPlane> fromString(String text) {
                return Optional.empty();
            }
        });
        box.setValue(Optional.ofNullable(now));
        box.setOnAction(e -> keep.accept(box.getValue().orElse(null)));
        return box;
    }

    private void change(int index, UnaryOperator<ImageSetSelector> edit) {
        kept.accept(old -> {
            List<HangingView> views = new ArrayList<>(old.views());
            HangingView view = views.get(index);
            List<ImageSetSelector> sets = new ArrayList<>(view.imageSets());
            sets.set(0, edit.apply(sets.getFirst()));
            views.set(index, new HangingView(sets, view.repeats(), view.opening()));
            return new PresentationGroup(old.description(), old.rows(), old.columns(), views, old.fills(), old.tiled());
        });
    }

    private static ImageSetSelector with(
            ImageSetSelector old,
            List<String> modalities,
            List<String> someWords,
            List<String> notWords,
            @Nullable SetPlane plane) {
        return new ImageSetSelector(
                old.abstractPriorValue(),
                modalities,
                someWords,
                notWords,
                plane,
                old.imageType(),
                old.laterality(),
                old.viewPositions(),
                old.volume());
    }
}
