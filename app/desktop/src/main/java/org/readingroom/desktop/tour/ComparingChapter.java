package org.readingroom.desktop.tour;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// The chest CT beside its prior, and what can be made of it: follow-up, film, export; then the keys to choose.
final class ComparingChapter {
    private final Script script;
    private final Puppet puppet;
    private final StudyOnList list;

    ComparingChapter(Script script) {
        this.script = script;
        this.puppet = script.puppet();
        this.list = new StudyOnList(script);
    }

    void write() {
        script.step(
                ".current",
                () -> {
                    script.countPictures();
                    puppet.press(KeyCode.DIGIT2, Modifier.ALT);
                },
                () -> list.visible() == 1 && script.look().deskView().isDrawn());
        script.step("prior", () -> puppet.press(KeyCode.F3), () -> list.visible() >= 2 && script.isPictureNew());
        sheet("follow-up", "#recist-table", () -> puppet.press(KeyCode.Q, Modifier.ALT));
        script.step(
                ".on-film",
                () -> puppet.press(KeyCode.P, Modifier.CTRL, Modifier.SHIFT),
                () -> script.look().deskView().isDrawn());
        sheet("film", "#film-sheet", () -> puppet.press(KeyCode.P, Modifier.CTRL));
        sheet("export", "#export", () -> puppet.press(KeyCode.E, Modifier.CTRL));
        sheet("keys", "#hands", () -> puppet.press(KeyCode.F12));
    }

    private void sheet(String name, String selector, Runnable open) {
        script.step(name, open, () -> puppet.sees(selector));
        script.step(".close-" + name, () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees(selector));
    }
}
