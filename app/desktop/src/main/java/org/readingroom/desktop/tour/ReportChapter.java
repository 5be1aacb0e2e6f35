package org.readingroom.desktop.tour;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;

/// Writing and signing: template, finding, measurement, impression, signature; then what lies around.
final class ReportChapter {
    private final Script script;
    private final Puppet puppet;
    private final NoduleOnDesk nodule;

    ReportChapter(Script script, NoduleOnDesk nodule) {
        this.script = script;
        this.puppet = script.puppet();
        this.nodule = nodule;
    }

    void write() {
        report();
        sign();
        around();
    }

    private void report() {
        script.step(
                "templates",
                () -> puppet.press(KeyCode.M, Modifier.CTRL, Modifier.ALT),
                () -> puppet.sees("#template-list"));
        script.step(
                "template",
                () -> puppet.press(KeyCode.ENTER),
                () -> !puppet.sees("#template-list")
                        && !text(SectionKind.FINDINGS).isBlank());
        script.step(
                ".finding",
                this::writeFinding,
                () -> text(SectionKind.FINDINGS).contains(script.words("右肺上叶", "right upper lobe")));
        script.step(
                "measurement-sent",
                () -> {
                    nodule.click(NoduleOnDesk.radius().times(-1), MouseButton.PRIMARY);
                    puppet.press(KeyCode.G);
                },
                () -> words().sentences().stream()
                        .anyMatch(sentence -> !sentence.evidence().isEmpty()));
        script.step(
                "report",
                () -> {
                    puppet.press(KeyCode.TAB);
                    puppet.find("#report-impression").orElseThrow().requestFocus();
                    puppet.press(KeyCode.A, Modifier.CTRL);
                    puppet.type(script.words(
                            "右肺上叶实性结节，建议三个月后复查。", "Solid nodule of the right lung; follow-up in three months."));
                },
                () -> !text(SectionKind.IMPRESSION).isBlank()
                        && script.look().report().orElseThrow().isSaved());
    }

    private void sign() {
        script.step(
                "sign", () -> puppet.press(KeyCode.ENTER, Modifier.CTRL), () -> puppet.sees("#report-sign-password"));
        script.step("signed-pdf", this::confirm, () -> puppet.sees("#document-pages"));
    }

    private void around() {
        script.step(
                "outbox",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.DIGIT3, Modifier.ALT);
                },
                () -> puppet.sees("#outbox") && !script.look().outbox().rows().isEmpty());
        script.step(
                "settings", () -> puppet.press(KeyCode.COMMA, Modifier.CTRL), () -> puppet.sees("#settings-language"));
        script.step(
                "help",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.F1);
                },
                () -> puppet.sees("#help"));
        script.step(
                "locked",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.L, Modifier.CTRL);
                },
                () -> puppet.sees("#sign-in-password"));
        script.step(".unlock", () -> script.password("demo"), () -> puppet.sees("#outbox"));
    }

    /// Types over the template's sentence about the lungs.
    private void writeFinding() {
        TextInputControl findings = puppet.find("#report-findings")
                .map(TextInputControl.class::cast)
                .orElseThrow();
        String normal = script.words("双肺纹理清晰，走行自然，双肺实质内未见异常密度影。", "The lungs are clear without abnormal density.");
        int from = findings.getText().indexOf(normal);
        findings.requestFocus();
        findings.selectRange(from, from + normal.length());
        puppet.type(script.words(
                "右肺上叶见一实性结节，边界清楚；余肺纹理清晰。",
                "A solid, well-defined nodule in the right upper lobe; the lungs are clear otherwise."));
    }

    private void confirm() {
        puppet.click("#report-sign-password");
        puppet.type("demo");
        puppet.click("#report-sign-confirm");
    }

    private Report words() {
        return script.look().report().orElseThrow().model().report();
    }

    private String text(SectionKind kind) {
        return words().text(kind);
    }
}
