package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.PixelScale;
import org.readingroom.viewer.viewport.ResolvedView;

/// The quiet text and signs over a picture: corners, letters, scale bar, colour bar.
final class ViewDecor extends Pane {
    private static final double MARGIN = 6;
    /// chosen: below this width or height only the letters and the slice number are drawn.
    private static final double ROOMY = 260;
    private static final Color QUIET = Color.web("#C3CCD4");
    private static final Color SHADOW = Color.color(0, 0, 0, 0.8);

    private final Words words;
    private final VBox topLeft = corner(Pos.TOP_LEFT);
    private final VBox topRight = corner(Pos.TOP_RIGHT);
    private final VBox bottomLeft = corner(Pos.BOTTOM_LEFT);
    private final VBox bottomRight = corner(Pos.BOTTOM_RIGHT);
    private final Label readout = new Label();
    private final Label warning = new Label();
    private final Canvas signs = new Canvas();
    private final StudyBanner banner;
    private final LinkSign link;
    private Picture.@Nullable Drawn shown;
    private Bearings bearings = Bearings.NONE;
    private String valueUnit = "";
    private String fusedUnit = "";
    private double dots = 1;
    private boolean isWordless;
    private boolean isOnPage;
    private List<String> noted = List.of();

    ViewDecor(ReadingDeskModel desk, ViewportModel view, Words words) {
        this.words = words;
        this.banner = new StudyBanner(desk.studies(), words);
        this.link = new LinkSign(desk, view, words);
        getStyleClass().add("desk-decor");
        readout.getStyleClass().add("desk-readout");
        warning.getStyleClass().addAll("desk-warning");
        setMouseTransparent(true);
        warning.setCache(true);
        getChildren().addAll(signs, topLeft, topRight, bottomLeft, bottomRight, readout, warning, banner, link);
    }

    /// For a photo: without what lies under the pointer, with or without the words that tell whose picture
    /// it is, from where and of which day.
    void pose(boolean withPatient) {
        readout.setOpacity(0);
        for (Node each : List.of(topLeft, topRight, banner)) {
            each.setOpacity(withPatient ? 1 : 0);
        }
    }

    /// As before the photo.
    void rest() {
        for (Node each : List.of(topLeft, topRight, banner, readout)) {
            each.setOpacity(1);
        }
    }

    private static VBox corner(Pos place) {
        VBox box = new VBox();
        box.getStyleClass().add("desk-corner");
        box.setAlignment(place);
        // The halo of the text is drawn once, not again with every picture under it.
        box.setCache(true);
        return box;
    }

    void clear() {
        shown = null;
        for (VBox box : List.of(topLeft, topRight, bottomLeft, bottomRight)) {
            box.getChildren().clear();
        }
        readout.setText("");
        warning.setText("");
        banner.clear();
        link.setText("");
        requestLayout();
    }

    void say(Picture.Drawn picture, DisplaySet set, List<String> warningKeys) {
        shown = picture;
        CornerText text = new CornerText(words.messagesProperty().get());
        banner.say(set);
        link.say();
        fill(topLeft, text.patient(set).stream().limit(isTight() ? 2 : 9).toList());
        List<String> study = new ArrayList<>(text.study(set));
        study.addAll(new FileText(words.messagesProperty().get()).apart(set));
        fill(topRight, study);
        fusedUnit = "";
        valueUnit = set.frames().getFirst().modalityLut().unit().symbol();
        List<String> told = new ArrayList<>(noted);
        told.addAll(warningKeys.stream().map(words::get).toList());
        switch (picture) {
            case Picture.Ready flat -> {
                say(flat, set, text);
                String processed = text.processed(flat.view());
                if (!processed.isEmpty()) {
                    told.addFirst(processed);
                }
            }
            case Picture.Scene scene -> say(scene, set, Bearings.of(scene.camera()));
            case Picture.Curve curve -> say(curve, set, Bearings.ofSheet(curve.mmPerPixel(getWidth())));
        }
        warning.setText(String.join("\n", told));
        requestLayout();
    }

    private void say(Picture.Ready flat, DisplaySet set, CornerText text) {
        ImageFrame frame = flat.frame();
        Sight sight = flat.sight();
        List<String> place = new ArrayList<>(sight.cine().map(text::cine).orElse(List.of()));
        place.addAll(text.frame(set, sight.state(), sight.index(), sight.count(), frame));
        fill(bottomLeft, place);
        FusedSet fused = sight.fused();
        List<String> look = new ArrayList<>(text.fused(flat.view(), fused));
        look.addAll(text.look(flat.view(), sight.zoom(), set));
        if (frame != null) {
            look.addAll(new FileText(words.messagesProperty().get())
                    .lines(frame, set.modality(), sight.data(), sight.mask()));
        }
        fill(bottomRight, look);
        if (sight.mask() != null && sight.mask().isLinearIntensity()) {
            valueUnit = "";
        }
        fusedUnit = fused == null ? "" : fused.set().unit(0);
        boolean hasScale = frame == null || frame.scale() instanceof PixelScale.Millimetres || frame.plane() != null;
        bearings = frame == null || frame.plane() != null
                ? Bearings.of(flat.view().transform(), hasScale)
                : Bearings.ofProjection(
                        flat.view().transform(), hasScale, frame.facts().patientOrientation());
    }

    private void say(Picture.Drawn other, DisplaySet set, Bearings itsBearings) {
        ModeText text = new ModeText(words.messagesProperty().get());
        fill(bottomLeft, text.what(other, set));
        fill(bottomRight, text.how(other, set));
        bearings = itsBearings;
    }

    /// For a page: so many picture elements a logical pixel, with or without the words of the file, and with lines that
    /// say more of the picture.
    void forPage(double dotsPerPixel, boolean withWords, List<String> lines) {
        dots = dotsPerPixel;
        isWordless = !withWords;
        isOnPage = true;
        noted = List.copyOf(lines);
        link.setVisible(false);
        signs.getTransforms().setAll(new Scale(1 / dots, 1 / dots));
    }

    void read(ViewportModel.@Nullable Readout under) {
        readout.setText(under == null ? "" : ReadoutText.of(under));
        requestLayout();
    }

    private static void fill(VBox box, List<String> lines) {
        while (box.getChildren().size() < lines.size()) {
            box.getChildren().add(new Label());
        }
        box.getChildren().remove(lines.size(), box.getChildren().size());
        for (int i = 0; i < lines.size(); i++) {
            ((Label) box.getChildren().get(i)).setText(lines.get(i));
        }
    }

    private boolean isRoomy() {
        return getWidth() >= ROOMY && getHeight() >= ROOMY * 0.7;
    }

    /// A cell of a film may be the only place that tells whose picture it is: name and ID however small it is.
    private boolean isTight() {
        return isOnPage && !isWordless && !isRoomy();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        boolean roomy = isRoomy();
        topLeft.setVisible((roomy || isOnPage) && !isWordless);
        topRight.setVisible(roomy && !isWordless);
        bottomLeft.setVisible(!isWordless);
        bottomRight.setVisible(roomy && !isWordless);
        double half = Math.max(10, width / 2 - 30);
        for (VBox box : List.of(topLeft, topRight, bottomLeft, bottomRight)) {
            box.setMaxWidth(isTight() && topLeft.equals(box) ? width : half);
            box.resize(Math.min(half, box.prefWidth(-1)), box.prefHeight(-1));
        }
        boolean tight = isTight();
        topLeft.getChildren().forEach(line -> ((Label) line).setWrapText(tight));
        if (tight) {
            double most = width - 2 * MARGIN;
            topLeft.resize(most, topLeft.prefHeight(most));
        }
        double top = banner.height(roomy);
        double under = top + (tight ? topLeft.getHeight() : 0);
        banner.resizeRelocate(0, 0, width, height);
        topLeft.relocate(MARGIN, MARGIN + top);
        topRight.relocate(width - topRight.getWidth() - MARGIN, MARGIN + top);
        bottomLeft.relocate(MARGIN, height - bottomLeft.getHeight() - MARGIN);
        bottomRight.relocate(width - bottomRight.getWidth() - MARGIN, height - bottomRight.getHeight() - MARGIN);
        place(link, MARGIN, height - bottomLeft.getHeight() - MARGIN - link.prefHeight(-1) - 2);
        place(readout, (width - readout.prefWidth(-1)) / 2, height - readout.prefHeight(-1) - MARGIN - 18);
        place(warning, (width - warning.prefWidth(-1)) / 2, MARGIN + 20 + under);
        readout.setVisible(roomy);
        signs.setWidth(Math.ceil(width * dots));
        signs.setHeight(Math.ceil(height * dots));
        GraphicsContext canvas = signs.getGraphicsContext2D();
        canvas.setTransform(dots, 0, 0, dots, 0, 0);
        paint(canvas, width, height, under, roomy);
    }

    private static void place(Region node, double x, double y) {
        node.resizeRelocate(Math.rint(x), Math.rint(y), node.prefWidth(-1), node.prefHeight(-1));
    }

    private void paint(GraphicsContext canvas, double width, double height, double top, boolean roomy) {
        canvas.clearRect(0, 0, width, height);
        if (shown == null) {
            return;
        }
        canvas.setFont(Font.font("Noto Sans CJK SC", 12));
        letter(canvas, bearings.top(), width / 2, MARGIN + 11 + top);
        letter(canvas, bearings.bottom(), width / 2, height - MARGIN - 2);
        letter(canvas, bearings.left(), MARGIN + 8, height / 2 + 4);
        letter(canvas, bearings.right(), width - MARGIN - 8, height / 2 + 4);
        if (roomy && bearings.perPixel() > 0) {
            scaleBar(canvas, bearings.perPixel(), width, height - Math.max(64, bottomRight.getHeight() + 24));
        }
        if (roomy
                && shown instanceof Picture.Ready flat
                && !flat.view().volume().isColour()) {
            ColourBar.paint(canvas, flat.view(), valueUnit, MARGIN + 22, height);
            ResolvedView.Overlay overlay = flat.view().overlay();
            if (overlay != null) {
                ColourBar.paint(canvas, overlay.view(), fusedUnit, width - MARGIN - 86, height);
            }
        }
    }

    private static void letter(GraphicsContext canvas, String text, double x, double y) {
        canvas.setTextAlign(TextAlignment.CENTER);
        write(canvas, text, x, y);
    }

    /// Text with a dark halo, readable on any picture.
    static void write(GraphicsContext canvas, String text, double x, double y) {
        canvas.setStroke(SHADOW);
        canvas.setLineWidth(3);
        canvas.setLineJoin(StrokeLineJoin.ROUND);
        canvas.strokeText(text, x, y);
        canvas.setFill(QUIET);
        canvas.fillText(text, x, y);
    }

    private static void scaleBar(GraphicsContext canvas, double perPixel, double width, double bottom) {
        double room = Math.min(bottom / 2 - 60, 160);
        if (room < 30) {
            return;
        }
        ScaleBar bar = ScaleBar.fitting(perPixel, room);
        double x = Math.rint(width - MARGIN - 4) + 0.5;
        double top = Math.rint(bottom - bar.pixels()) + 0.5;
        double end = top + bar.pixels();
        for (int pass = 0; pass < 2; pass++) {
            canvas.setStroke(pass == 0 ? SHADOW : QUIET);
            double shift = pass == 0 ? 1 : 0;
            canvas.setLineWidth(1);
            canvas.strokeLine(x + shift, top, x + shift, end);
            for (int tick = 0; tick <= 5; tick++) {
                double y = Math.rint(top + bar.pixels() * tick / 5) + 0.5;
                canvas.strokeLine(x - (tick % 5 == 0 ? 7 : 4), y + shift, x, y + shift);
            }
        }
        canvas.setTextAlign(TextAlignment.RIGHT);
        canvas.setFont(Font.font("Noto Sans CJK SC", 11));
        write(canvas, bar.label(), x - 10, end);
    }
}
