package org.readingroom.desktop.exporting;

import java.io.File;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.exporting.ExportChoice.Form;
import org.readingroom.desktop.exporting.ExportChoice.What;
import org.readingroom.desktop.fx.Words;
import org.readingroom.services.export.DicomOrder.Packing;
import org.readingroom.viewer.deidentify.DeidentifyOption;

/// The one sheet for everything that leaves as a file: form, how much, what is in it, and where to.
///
/// **Thread:** FX.
// [impl->req~export.sheet~1]
final class ExportSheet extends VBox {
    private static final double FIELD = 300;

    private final ExportSheetModel model;
    private final Words words;

    ExportSheet(ExportSheetModel model, Words words) {
        super(10);
        this.model = model;
        this.words = words;
        setId("export");
        getStyleClass().add("sheet-body");
        ComboBox<What> what = whats();
        ComboBox<Form> form =
                choice("export-form", model.form, List.of(Form.values()), each -> words.get(each.messageKey()));
        ComboBox<Packing> packing = choice(
                "export-packing",
                model.packing,
                List.of(Packing.values()),
                each -> words.get("desktop.export.packing." + each.name().toLowerCase(java.util.Locale.ROOT)));
        ObservableBooleanValue isDicom = model.form.isEqualTo(Form.DICOM);
        ObservableBooleanValue isPhoto = is(Form::isPhoto);
        ObservableBooleanValue isWithout = Bindings.and(isDicom, model.anonymous);
        ObservableBooleanValue isAsked = Bindings.and(isWithout, model.isAnyPossible());
        getChildren()
                .addAll(
                        line("desktop.export.form", form),
                        line("desktop.export.what", what),
                        only(isDicom, line("desktop.export.packing", packing)),
                        only(isPhoto, check("export-marks", "desktop.export.with-marks", model.marks)),
                        only(isPhoto, check("export-nameless", "desktop.export.without-text", model.anonymous)),
                        only(is(Form::isVolume), check("export-resample", "desktop.export.resample", model.resample)),
                        only(isDicom, check("export-anonymous", "desktop.export.deidentify", model.anonymous)),
                        only(isWithout, options()),
                        line("desktop.export.folder", folder()),
                        said("export-warning", "warning", model.warning()),
                        only(isAsked, check("export-looked", "desktop.export.looked-at", model.lookedAt)),
                        said("export-summary", "strong", model.summary()));
    }

    /// How much can be had changes with the form; what is chosen stays where it can.
    private ComboBox<What> whats() {
        ComboBox<What> box = choice("export-what", List.of(), each -> words.get(each.messageKey()));
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.what.set(chosen);
            }
        });
        model.form.subscribe(form -> {
            What wanted = model.what.get();
            box.getItems().setAll(form.whats());
            box.setValue(wanted);
        });
        model.what.subscribe(box::setValue);
        return box;
    }

    private ObservableBooleanValue is(Function<Form, Boolean> fact) {
        return Bindings.createBooleanBinding(() -> fact.apply(model.form.get()), model.form);
    }

    private static Node only(ObservableBooleanValue when, Node node) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
        return node;
    }

    private Node options() {
        VBox box = new VBox(4);
        box.setStyle("-fx-padding: 0 0 0 22;");
        for (DeidentifyOption option : DeidentifyOption.values()) {
            CheckBox check = new CheckBox();
            check.setId(
                    "export-" + option.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
            check.textProperty().bind(words.text(option.messageKey()));
            check.setSelected(model.options.contains(option));
            check.selectedProperty().subscribe((before, now) -> model.choose(option, now));
            model.options.addListener((javafx.collections.SetChangeListener<DeidentifyOption>)
                    change -> check.setSelected(model.options.contains(option)));
            box.getChildren().add(check);
        }
        box.getChildren().add(check("export-once", "desktop.export.once-only", model.onceOnly));
        return box;
    }

    private Node folder() {
        Label place = new Label();
        place.setId("export-folder");
        place.setMaxWidth(Double.MAX_VALUE);
        place.textProperty().bind(model.folder.map(Object::toString));
        Button other = new Button();
        other.setId("export-choose");
        other.textProperty().bind(words.text("desktop.export.choose"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(words.text("desktop.export.choose.tip"));
        other.setTooltip(tip);
        other.setOnAction(event -> choose());
        HBox.setHgrow(place, Priority.ALWAYS);
        return new HBox(8, place, other);
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.get("desktop.export.folder"));
        File now = model.folder.get().toFile();
        if (now.isDirectory()) {
            chooser.setInitialDirectory(now);
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.folder.set(chosen.toPath());
        }
    }

    private Node line(String key, Node control) {
        Label label = new Label();
        label.getStyleClass().add("quiet");
        label.setMinWidth(120);
        label.setMinHeight(28);
        label.textProperty().bind(words.text(key));
        label.setLabelFor(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        return new HBox(8, label, control);
    }

    private CheckBox check(String id, String key, BooleanProperty property) {
        CheckBox check = new CheckBox();
        check.setId(id);
        check.textProperty().bind(words.text(key));
        check.selectedProperty().bindBidirectional(property);
        return check;
    }

    private static Label said(String id, String style, javafx.beans.binding.StringBinding text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private <T> ComboBox<T> choice(String id, Property<T> property, List<T> values, Function<T, String> shown) {
        ComboBox<T> box = choice(id, values, shown);
        box.valueProperty().bindBidirectional(property);
        return box;
    }

    private <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> shown) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(FIELD);
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : shown.apply(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        words.messagesProperty().subscribe(() -> {
            StringConverter<T> converter = box.getConverter();
            box.setConverter(null);
            box.setConverter(converter);
        });
        return box;
    }
}
