package org.readingroom.desktop.tour;

import javafx.scene.input.KeyCode;
import org.readingroom.desktop.tour.Puppet.Modifier;

/// The senior radiologist reviews, signs, and adds to what was issued.
final class ReviewChapter {
    private final Script script;
    private final Puppet puppet;

    ReviewChapter(Script script) {
        this.script = script;
        this.puppet = script.puppet();
    }

    void write() {
        review();
        addendum();
        script.step(
                "list-signed",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.DIGIT1, Modifier.ALT);
                    puppet.press(KeyCode.ESCAPE);
                },
                script::isListRead);
    }

    private void review() {
        script.command("sign-out", () -> puppet.sees("#demo-senior"));
        script.step("to-review", () -> script.signIn("senior", "demo"), script::isListRead);
        script.step(
                "review",
                () -> {
                    puppet.type("ysj");
                    script.countPictures();
                    puppet.press(KeyCode.ENTER);
                },
                () -> script.look().report().isPresent() && script.isPictureNew());
        script.step(
                "review-sign",
                () -> puppet.press(KeyCode.ENTER, Modifier.CTRL),
                () -> puppet.sees("#report-sign-password"));
        script.step("review-pdf", this::confirm, () -> puppet.sees("#document-pages"));
        script.step(".close-pdf", () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees("#document-pages"));
    }

    private void addendum() {
        script.command(
                "report.addendum",
                () -> script.look().report().filter(r -> !r.isLocked()).isPresent());
        script.step(
                "addendum",
                () -> {
                    puppet.find("#report-addendum").orElseThrow().requestFocus();
                    puppet.type(script.words("补充：与既往片比较无变化。", " Addendum: unchanged since the prior."));
                },
                () -> script.look()
                        .report()
                        .filter(report -> !report.isLocked() && report.isSaved())
                        .isPresent());
        script.step(
                "addendum-sign",
                () -> puppet.press(KeyCode.ENTER, Modifier.CTRL),
                () -> puppet.sees("#report-sign-reason"));
        script.step(
                "addendum-pdf",
                () -> {
                    puppet.click("#report-sign-reason");
                    puppet.type(script.words("补充既往片比较", "Comparison with the prior added"));
                    confirm();
                },
                () -> puppet.sees("#document-pages"));
    }

    private void confirm() {
        puppet.click("#report-sign-password");
        puppet.type("demo");
        puppet.click("#report-sign-confirm");
    }
}
