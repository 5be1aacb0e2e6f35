package org.readingroom.desktop.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.desk.ViewportNode;
import org.readingroom.desktop.tour.Puppet.Modifier;
import org.readingroom.report.model.Report;
import org.readingroom.report.model.SectionKind;
import org.readingroom.viewer.annotation.Annotation;
import org.readingroom.viewer.annotation.Measurement.Quantity;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.palette.Palettes;
import org.readingroom.viewer.phantom.CtChestPhantom;
import org.readingroom.viewer.phantom.Nodule;
import org.readingroom.viewer.viewport.PlaneKind;

/// The demo line: from signing in to the addendum, on the chest CT of the demo department.
///
/// **Thread:** FX.
// [impl->req~shell.tour~1]
public final class DemoLine {
    /// The largest solid nodule of the phantom; what is measured can be checked against it.
    private static final Nodule NODULE = CtChestPhantom.standard().nodules().getFirst();

    private final Puppet puppet;
    private final Supplier<Optional<Backstage>> backstage;
    private final boolean chinese;
    private final List<Step> steps = new ArrayList<>();
    private long shown;
    private long shownBefore;

    public DemoLine(Puppet puppet, Supplier<Optional<Backstage>> backstage, Locale locale) {
        this.puppet = puppet;
        this.backstage = backstage;
        this.chinese = locale.getLanguage().equals("zh");
    }

    public List<Step> steps() {
        steps.clear();
        enter();
        list();
        images();
        report();
        around();
        review();
        return List.copyOf(steps);
    }

    private void enter() {
        step("sign-in", () -> {}, () -> puppet.sees("#sign-in-name"));
        step("sign-in-refused", () -> signIn("radiologist", "wrong"), () -> puppet.sees("#sign-in-refusal"));
        step("list", () -> signIn("radiologist", "demo"), this::isListRead);
    }

    private void list() {
        step(
                "list-filter",
                () -> puppet.type("ysj"),
                () -> look().worklist().shown().size() == 1);
        step("commands", () -> puppet.press(KeyCode.K, Modifier.CTRL), () -> puppet.sees("#palette-list"));
        step(".close-palette", () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees("#palette-list"));
    }

    private void images() {
        step(
                "read-ct",
                () -> {
                    look().desk().onPictureShownProperty().set(() -> shown++);
                    puppet.press(KeyCode.ENTER);
                },
                () -> !look().desk().sets().isEmpty()
                        && isPictureNew()
                        && look().report().isPresent());
        step("nodule", this::scrollToNodule, () -> active().index() == noduleIndex() && isPictureNew());
        step("lung-window", () -> puppet.press(KeyCode.DIGIT1), this::isPictureNew);
        step(
                "length",
                () -> {
                    puppet.press(KeyCode.L);
                    dragMillimetres(new Vec3(-NODULE.diameterMm() / 2, 0, 0), new Vec3(NODULE.diameterMm() / 2, 0, 0));
                },
                () -> marks() == 1);
        step(
                "ellipse",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.E);
                    dragMillimetres(new Vec3(68, -14, 0), new Vec3(88, 6, 0));
                },
                () -> marks() == 2 && hasStatistics());
        step(
                "pseudocolour",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    // Past grey turned over to the first palette of colours.
                    puppet.press(KeyCode.D);
                    puppet.press(KeyCode.D);
                },
                () -> active().setProperty().get() != null && isColoured() && isPictureNew());
        step(
                "three-planes",
                () -> {
                    puppet.press(KeyCode.BACK_SPACE);
                    puppet.press(KeyCode.DIGIT1);
                    puppet.press(KeyCode.O, Modifier.SHIFT);
                },
                () -> isVolumeThere() && isPictureNew());
        command("desk.layout-1x1", () -> look().desk().layoutProperty().get().views() == 1);
        command("desk.plane-acquired", () -> active().stateProperty().get().plane() == PlaneKind.ACQUIRED);
        step(".nodule-again", this::scrollToNodule, () -> active().index() == noduleIndex());
    }

    private void report() {
        step(
                "template",
                () -> puppet.find("#report-templates")
                        .map(MenuButton.class::cast)
                        .ifPresent(menu -> menu.getItems().getFirst().fire()),
                () -> !text(SectionKind.FINDINGS).isBlank());
        step(
                ".finding",
                this::writeFinding,
                () -> text(SectionKind.FINDINGS).contains(chinese ? "右肺上叶" : "right upper lobe"));
        step(
                "measurement-sent",
                () -> {
                    clickOn(new Vec3(-NODULE.diameterMm() / 2, 0, 0));
                    puppet.press(KeyCode.G);
                },
                () -> words().sentences().stream()
                        .anyMatch(sentence -> !sentence.evidence().isEmpty()));
        step(
                "report",
                () -> {
                    puppet.press(KeyCode.TAB);
                    puppet.find("#report-impression").orElseThrow().requestFocus();
                    puppet.press(KeyCode.A, Modifier.CTRL);
                    puppet.type(
                            chinese
                                    ? "右肺上叶实性结节，建议三个月后复查。"
                                    : "Solid nodule of the right lung; follow-up in three months.");
                },
                () -> !text(SectionKind.IMPRESSION).isBlank()
                        && look().report().orElseThrow().isSaved());
        step("sign", () -> puppet.press(KeyCode.ENTER, Modifier.CTRL), () -> puppet.sees("#report-sign-password"));
        step("signed-pdf", this::confirm, () -> puppet.sees("#document-pages"));
    }

    private void around() {
        step(
                "outbox",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.DIGIT3, Modifier.ALT);
                },
                () -> puppet.sees("#outbox") && !look().outbox().rows().isEmpty());
        step("settings", () -> puppet.press(KeyCode.COMMA, Modifier.CTRL), () -> puppet.sees("#settings-language"));
        step(
                "help",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.F1);
                },
                () -> puppet.sees("#help"));
        step(
                "locked",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.L, Modifier.CTRL);
                },
                () -> puppet.sees("#sign-in-password"));
        step(".unlock", () -> password("demo"), () -> puppet.sees("#outbox"));
    }

    /// The senior radiologist reviews, signs, and adds to what was issued.
    private void review() {
        command("sign-out", () -> puppet.sees("#demo-senior"));
        step("to-review", () -> signIn("senior", "demo"), this::isListRead);
        step(
                "review",
                () -> {
                    puppet.type("ysj");
                    look().desk().onPictureShownProperty().set(() -> shown++);
                    puppet.press(KeyCode.ENTER);
                },
                () -> look().report().isPresent() && isPictureNew());
        step(
                "review-sign",
                () -> puppet.press(KeyCode.ENTER, Modifier.CTRL),
                () -> puppet.sees("#report-sign-password"));
        step("review-pdf", this::confirm, () -> puppet.sees("#document-pages"));
        step(".close-pdf", () -> puppet.press(KeyCode.ESCAPE), () -> !puppet.sees("#document-pages"));
        command(
                "report.addendum",
                () -> look().report().filter(r -> !r.isLocked()).isPresent());
        step(
                "addendum",
                () -> {
                    puppet.find("#report-addendum").orElseThrow().requestFocus();
                    puppet.type(chinese ? "补充：与既往片比较无变化。" : " Addendum: unchanged since the prior.");
                },
                () -> look().report()
                        .filter(report -> !report.isLocked() && report.isSaved())
                        .isPresent());
        step(
                "addendum-sign",
                () -> {
                    puppet.press(KeyCode.ENTER, Modifier.CTRL);
                },
                () -> puppet.sees("#report-sign-reason"));
        step(
                "addendum-pdf",
                () -> {
                    puppet.click("#report-sign-reason");
                    puppet.type(chinese ? "补充既往片比较" : "Comparison with the prior added");
                    confirm();
                },
                () -> puppet.sees("#document-pages"));
        step(
                "list-signed",
                () -> {
                    puppet.press(KeyCode.ESCAPE);
                    puppet.press(KeyCode.DIGIT1, Modifier.ALT);
                    puppet.press(KeyCode.ESCAPE);
                },
                this::isListRead);
    }

    private void step(String name, Runnable action, BooleanSupplier seen) {
        steps.add(new Step(
                name,
                () -> {
                    shownBefore = shown;
                    action.run();
                },
                seen));
    }

    /// Types over the template's sentence about the lungs.
    private void writeFinding() {
        TextInputControl findings = puppet.find("#report-findings")
                .map(TextInputControl.class::cast)
                .orElseThrow();
        String normal = chinese ? "双肺纹理清晰，走行自然，双肺实质内未见异常密度影。" : "The lungs are clear without abnormal density.";
        int from = findings.getText().indexOf(normal);
        findings.requestFocus();
        findings.selectRange(from, from + normal.length());
        puppet.type(
                chinese
                        ? "右肺上叶见一实性结节，边界清楚；余肺纹理清晰。"
                        : "A solid, well-defined nodule in the right upper lobe; the lungs are clear otherwise.");
    }

    private void signIn(String name, String password) {
        puppet.click("#sign-in-name");
        puppet.find("#sign-in-name")
                .map(javafx.scene.control.TextField.class::cast)
                .ifPresent(javafx.scene.control.TextField::clear);
        puppet.type(name);
        password(password);
    }

    private void password(String password) {
        puppet.click("#sign-in-password");
        puppet.type(password);
        puppet.press(KeyCode.ENTER);
    }

    private void confirm() {
        puppet.click("#report-sign-password");
        puppet.type("demo");
        puppet.click("#report-sign-confirm");
    }

    /// Through the palette, as a person does who knows no key.
    private void command(String id, BooleanSupplier seen) {
        step(".palette " + id, () -> puppet.press(KeyCode.K, Modifier.CTRL), () -> puppet.sees("#palette-list"));
        step(".type " + id, () -> puppet.type(id), () -> puppet.reads("#palette-filter", id));
        step(".do " + id, () -> puppet.press(KeyCode.ENTER), seen);
    }

    private Backstage look() {
        return backstage.get().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    private ViewportModel active() {
        return look().desk().activeProperty().get();
    }

    private boolean isPictureNew() {
        return shown > shownBefore;
    }

    private boolean isListRead() {
        return puppet.sees("#worklist")
                && look().worklist().loadedProperty().get()
                && !look().worklist().items().isEmpty()
                && puppet.find("#preview-image")
                        .map(ImageView.class::cast)
                        .filter(v -> v.getImage() != null)
                        .isPresent();
    }

    private boolean isColoured() {
        OpenSet set = active().setProperty().get();
        return set != null && !set.presentationProperty().get().palette().equals(Palettes.GREY);
    }

    private boolean isVolumeThere() {
        OpenSet set = active().setProperty().get();
        return set != null && set.volumeStateProperty().get() instanceof LoadState.Complete;
    }

    private int marks() {
        return look().marks().annotations().size();
    }

    private boolean hasStatistics() {
        Annotation last = look().marks().annotations().getLast();
        return look().marks().measured(last).of(Quantity.MEAN).isPresent();
    }

    private Report words() {
        return look().report().orElseThrow().model().report();
    }

    private String text(SectionKind kind) {
        return words().text(kind);
    }

    private int noduleIndex() {
        OpenSet set = active().setProperty().get();
        List<ImageFrame> frames = set == null ? List.of() : set.displaySet().frames();
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int i = 0; i < frames.size(); i++) {
            var plane = frames.get(i).plane();
            double distance = plane == null
                    ? Double.MAX_VALUE
                    : Math.abs(plane.position().z() - NODULE.centre().z());
            if (distance < nearest) {
                nearest = distance;
                best = i;
            }
        }
        return best;
    }

    private void scrollToNodule() {
        ViewportNode node = look().deskView().activeNode();
        puppet.wheel(node, new Point2D(node.getWidth() / 2, node.getHeight() / 2), noduleIndex() - active().index());
    }

    private void dragMillimetres(Vec3 from, Vec3 to) {
        puppet.drag(look().deskView().activeNode(), onScreen(from), onScreen(to), MouseButton.PRIMARY);
    }

    private void clickOn(Vec3 offsetMm) {
        ViewportNode node = look().deskView().activeNode();
        node.requestFocus();
        puppet.drag(node, onScreen(offsetMm), onScreen(offsetMm), MouseButton.PRIMARY);
    }

    /// A place beside the nodule's centre, in the active view's own coordinates.
    private Point2D onScreen(Vec3 offsetMm) {
        ViewContext view = look().deskView().activeNode().context().orElseThrow();
        Vec3 at = view.transform().worldToScreen(NODULE.centre().plus(offsetMm));
        return new Point2D(at.x(), at.y());
    }
}
