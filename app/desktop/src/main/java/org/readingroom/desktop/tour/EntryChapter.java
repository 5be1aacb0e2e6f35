package org.readingroom.desktop.tour;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// The first start of somebody who begins for real, then the demo department: signing in, the list, an import.
final class EntryChapter {
    private final Script script;
    private final Puppet puppet;
    private final Runnable toDemo;
    private final List<Path> mixed;

    /// `toDemo` leaves the empty home for that of the demo department; `mixed` are files of which some are no images.
    EntryChapter(Script script, Runnable toDemo, List<Path> mixed) {
        this.script = script;
        this.puppet = script.puppet();
        this.toDemo = toDemo;
        this.mixed = List.copyOf(mixed);
    }

    void write() {
        firstStart();
        signIn();
        list();
    }

    private void firstStart() {
        script.step("start", () -> {}, () -> puppet.sees("#start-empty"));
        script.step("first-user", () -> puppet.click("#start-empty"), () -> puppet.sees("#first-user-login"));
        script.step(
                "first-user-refused",
                () -> {
                    script.fill("#first-user-login", "wei");
                    script.fill("#first-user-display", script.words("魏岩", "Wei Yan"));
                    password("demo");
                },
                () -> puppet.sees("#first-user-refusal"));
        script.step("first-user-known", () -> password("demo-2026"), () -> puppet.reads("#sign-in-name", "wei"));
        script.step(".demo", toDemo, () -> puppet.sees("#demo-senior"));
    }

    private void password(String password) {
        script.fill("#first-user-password", password);
        script.fill("#first-user-repeated", password);
        puppet.click("#first-user-create");
    }

    private void signIn() {
        script.step("sign-in", () -> {}, () -> puppet.sees("#sign-in-name"));
        script.step(
                "sign-in-refused", () -> script.signIn("radiologist", "wrong"), () -> puppet.sees("#sign-in-refusal"));
        script.step("list", () -> script.signIn("radiologist", "demo"), script::isListRead);
    }

    private void list() {
        script.step("import-skipped", () -> script.look().drop(mixed), () -> puppet.sees("#import-skipped"));
        script.step(".close-import", () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees("#import-skipped"));
        script.step(
                "list-filter",
                () -> puppet.type("ysj"),
                // the study and its prior
                () -> script.look().worklist().shown().size() == 2);
        script.step("commands", () -> puppet.press(KeyCode.K, Modifier.CTRL), () -> puppet.sees("#palette-list"));
        script.step(".close-palette", () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees("#palette-list"));
    }
}
