package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.DeskStudy.Standing;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;

/// Whose picture a view shows, at its top: the date alone while one study is on the desk and the view is
/// small, what the study is to the one being read while there are several, and both patients by name,
/// large, while there are two.
///
/// A prior has a dashed frame and stripes beside its colour, another patient broad ones.
// [impl->req~desk.whose-picture~1]
// [impl->req~desk.two-patients-marked~1]
final class StudyBanner extends Region {
    private final DeskStudies studies;
    private final Words words;
    private final Label line = new Label();
    private final Label patient = new Label();
    private final VBox box = new VBox(patient, line);
    private @Nullable DisplaySet shown;

    StudyBanner(DeskStudies studies, Words words) {
        this.studies = studies;
        this.words = words;
        getStyleClass().add("study-banner-frame");
        box.getStyleClass().add("study-banner");
        box.setAlignment(Pos.CENTER);
        line.getStyleClass().add("study-banner-line");
        patient.getStyleClass().add("study-banner-patient");
        box.getChildren().forEach(label -> label.managedProperty().bind(label.visibleProperty()));
        getChildren().add(box);
        setMouseTransparent(true);
        clear();
        studies.all().addListener((ListChangeListener<DeskStudy>) change -> again());
    }

    /// A study that comes or goes makes others of those on screen something else.
    private void again() {
        DisplaySet set = shown;
        if (set != null) {
            say(set);
        }
    }

    void clear() {
        shown = null;
        setVisible(false);
        line.setText("");
        patient.setText("");
    }

    void say(DisplaySet set) {
        shown = set;
        StudyWords text = new StudyWords(words.messagesProperty().get());
        Standing standing = studies.of(set.study()).map(DeskStudy::standing).orElse(Standing.CURRENT);
        boolean isMixed = studies.isMixed();
        line.setText(text.line(studies, set));
        patient.setText(isMixed ? text.patient(set.facts().patient()) : "");
        patient.setVisible(isMixed);
        String style = "study-" + standing.name().toLowerCase(Locale.ROOT);
        getStyleClass().setAll("study-banner-frame", style, isMixed ? "study-mixed" : "study-alone");
        box.getStyleClass().setAll("study-banner", style, isMixed ? "study-mixed" : "study-alone");
        setVisible(true);
        requestLayout();
    }

    /// How much of the view's upper edge it takes; 0 while it says nothing that the corners do not say.
    double height(boolean isRoomy) {
        boolean isNeeded = isVisible() && (!isRoomy || studies.all().size() > 1);
        box.setVisible(isNeeded);
        return isNeeded ? Math.rint(box.prefHeight(-1)) : 0;
    }

    /// What it says, from top to bottom.
    List<String> lines() {
        return patient.isVisible() ? List.of(patient.getText(), line.getText()) : List.of(line.getText());
    }

    @Override
    protected void layoutChildren() {
        double wanted = studies.isMixed() ? getWidth() : Math.min(getWidth(), Math.ceil(box.prefWidth(-1)));
        box.resizeRelocate(Math.rint((getWidth() - wanted) / 2), 0, wanted, Math.rint(box.prefHeight(wanted)));
    }
}
