package org.readingroom.desktop.tour;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.viewer.model.StudyUid;

/// Studies found in the list and opened.
final class StudyOnList {
    private final Script script;
    private final Puppet puppet;

    StudyOnList(Script script) {
        this.script = script;
        this.puppet = script.puppet();
    }

    /// Finds a study by the initials of its patient and opens it; its hanging protocol shows so many `pictures`.
    void open(String name, String initials, int pictures) {
        script.step(
                ".find " + name,
                () -> {
                    puppet.press(KeyCode.DIGIT1, Modifier.ALT);
                    puppet.press(KeyCode.ESCAPE);
                    puppet.type(initials);
                },
                () -> isFound(initials));
        StudyUid[] found = new StudyUid[1];
        script.step(
                name,
                () -> {
                    found[0] = script.look()
                            .worklist()
                            .selectedProperty()
                            .get()
                            .uid()
                            .orElseThrow();
                    script.countPictures();
                    puppet.press(KeyCode.ENTER);
                },
                () -> isOpen(found[0]) && script.isPictureNew() && visible() >= pictures);
    }

    /// Views that show something.
    long visible() {
        return script.look().desk().visible().stream()
                .filter(view -> view.setProperty().get() != null)
                .count();
    }

    private boolean isFound(String initials) {
        var list = script.look().worklist();
        return list.filterProperty().get().equals(initials)
                && list.selectedProperty().get() != null
                && list.selectedProperty().get().initials().equals(initials);
    }

    private boolean isOpen(StudyUid study) {
        OpenSet set = script.active().setProperty().get();
        return set != null && set.displaySet().study().equals(study);
    }
}
