package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.fx.Words;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ResolvedView;
import org.readingroom.viewer.viewport.ViewResolver.PictureSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One view on screen: picture, marks over it, quiet text over both.
///
/// Text, letters and marks always belong to the picture that is on screen, never to one still being drawn.
// [impl->req~desk.views~1]
public final class ViewportNode extends Region {
    private static final Logger LOG = LoggerFactory.getLogger(ViewportNode.class);
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    /// chosen: a slab of more taps than this is drawn coarsely while the reader drags.
    private static final long COSTLY_TAPS = 4_000_000;

    private final ViewportModel model;
    private final Words words;
    private final ReadingDeskModel desk;
    private final FrameLoop<Picture.Drawn> loop;
    private final ImageView image = new ImageView();
    private final Canvas marks = new Canvas();
    private final ViewDecor decor;
    private final LoadingSign loading;
    private final Region frame = new Region();
    private final ViewMouse mouse;
    private final PauseTransition rest = new PauseTransition(Duration.millis(120));
    private final InvalidationListener repaint = o -> refresh();
    private final InvalidationListener moved = o -> flatMoved();
    private final InvalidationListener otherNumbers = o -> {
        blank();
        refresh();
    };
    private final ChangeListener<ViewMode> turned = (o, before, after) -> modeChanged(before, after);
    private final ChangeListener<@Nullable OpenSet> reset = (o, before, after) -> follow(before, after);
    private Picture.@Nullable Drawn shown;
    private boolean isDraft;
    private boolean stale = true;
    private boolean dragging;

    ViewportNode(ViewportModel model, ReadingDeskModel desk, PictureMaker maker, Words words) {
        this.model = model;
        this.desk = desk;
        this.words = words;
        this.decor = new ViewDecor(desk, model, words);
        this.loading = new LoadingSign(words);
        this.loop = new FrameLoop<>(maker, this, this::present, this::fault);
        getStyleClass().add("desk-view");
        image.setSmooth(false);
        image.setMouseTransparent(true);
        marks.setMouseTransparent(true);
        loading.setMouseTransparent(true);
        frame.getStyleClass().add("desk-view-frame");
        frame.setMouseTransparent(true);
        getChildren().addAll(image, marks, decor, loading, frame);
        setMinSize(40, 40);
        setFocusTraversable(true);
        model.setProperty().addListener(reset);
        follow(null, model.setProperty().get());
        model.stateProperty().addListener(moved);
        model.presentationProperty().addListener(moved);
        model.modeProperty().addListener(turned);
        model.additions().changesProperty().addListener(repaint);
        model.additions().numbersProperty().addListener(otherNumbers);
        model.cine().changesProperty().addListener(repaint);
        model.readoutProperty().addListener((o, before, after) -> decor.read(after));
        words.messagesProperty().addListener(repaint);
        rest.setOnFinished(e -> settled());
        mouse = new ViewMouse(this, model, desk);
    }

    public ViewportModel model() {
        return model;
    }

    /// Whether what is on screen is all that can be shown now.
    public boolean isAtRest() {
        return !stale && !isDraft && loop.isAtRest();
    }

    void setActive(boolean active) {
        pseudoClassStateChanged(ACTIVE, active);
    }

    /// The flat picture on screen, for tools and layers; nothing while there is none.
    public Optional<ViewContext> context() {
        OpenSet open = model.setProperty().get();
        return shown instanceof Picture.Ready ready && open != null
                ? Optional.of(new PictureContext(ready, open.displaySet(), this::repaintMarks, desk::repaintMarks))
                : Optional.empty();
    }

    /// Whether a picture is on screen, of whatever kind.
    public boolean hasPicture() {
        return shown != null;
    }

    Optional<ViewLayers> layers() {
        return Optional.ofNullable(shown).map(s -> new ViewLayers(s, image, marks, decor, List.of(loading, frame)));
    }

    /// The volume seen from outside that is on screen.
    Optional<Picture.Scene> sceneShown() {
        return shown instanceof Picture.Scene scene ? Optional.of(scene) : Optional.empty();
    }

    /// The sheet along a path that is on screen.
    Optional<Picture.Curve> curveShown() {
        return shown instanceof Picture.Curve curve ? Optional.of(curve) : Optional.empty();
    }

    void repaintMarks() {
        var canvas = marks.getGraphicsContext2D();
        canvas.clearRect(0, 0, marks.getWidth(), marks.getHeight());
        context().ifPresent(context -> desk.toolLayer().paint(canvas, context));
        sceneShown().ifPresent(scene -> SceneMarks.paint(canvas, scene, desk.crosshair(), model, mouse.outline()));
    }

    /// While the reader drags, costly pictures are drawn coarsely; they are refined when the hand rests.
    void dragging() {
        dragging = true;
        rest.playFromStart();
    }

    private void settled() {
        if (dragging || isDraft) {
            dragging = false;
            refine();
        }
    }

    /// The same picture again, as good as it gets.
    private void refine() {
        isDraft = false;
        stale = true;
        requestLayout();
    }

    void refresh() {
        isDraft = model.modeProperty().get() instanceof ViewMode.Scene;
        if (isDraft) {
            rest.playFromStart();
        }
        stale = true;
        requestLayout();
    }

    private void follow(@Nullable OpenSet before, @Nullable OpenSet after) {
        if (before != null) {
            before.presentationProperty().removeListener(repaint);
            before.arrivedProperty().removeListener(repaint);
            before.volumeStateProperty().removeListener(repaint);
            before.numbersProperty().removeListener(otherNumbers);
        }
        if (after != null) {
            after.presentationProperty().addListener(repaint);
            after.arrivedProperty().addListener(repaint);
            after.volumeStateProperty().addListener(repaint);
            after.numbersProperty().addListener(otherNumbers);
        }
        blank();
        refresh();
    }

    /// Position and look of the flat pictures change nothing while the view shows another kind.
    private void flatMoved() {
        if (model.isFlat()) {
            refresh();
        }
    }

    private void modeChanged(ViewMode before, ViewMode after) {
        if (before.getClass() != after.getClass()) {
            blank();
        }
        refresh();
    }

    /// Lets go of the model; the node is not used again.
    void dispose() {
        rest.stop();
        loop.forget();
        model.setProperty().removeListener(reset);
        model.stateProperty().removeListener(moved);
        model.presentationProperty().removeListener(moved);
        model.modeProperty().removeListener(turned);
        model.additions().changesProperty().removeListener(repaint);
        model.additions().numbersProperty().removeListener(otherNumbers);
        model.cine().changesProperty().removeListener(repaint);
        words.messagesProperty().removeListener(repaint);
        follow(model.setProperty().get(), null);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (marks.getWidth() != width || marks.getHeight() != height) {
            place();
            marks.setWidth(width);
            marks.setHeight(height);
            stale = true;
        }
        decor.resizeRelocate(0, 0, width, height);
        loading.resizeRelocate(0, 0, width, height);
        frame.resizeRelocate(0, 0, width, height);
        if (stale && width >= 1 && height >= 1) {
            stale = false;
            draw(width, height);
        }
    }

    private void draw(double width, double height) {
        double density = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        PictureSize size = new PictureSize(width, height, density);
        Picture picture = model.picture(size, isDraft ? Quality.FAST : Quality.FULL);
        if (picture instanceof Picture.Ready ready && dragging && isCostly(ready.view())) {
            picture = model.picture(size, Quality.FAST);
        }
        switch (picture) {
            case Picture.Drawn drawn -> loop.wish(drawn.resolved(), drawn);
            case Picture.Empty empty -> {
                blank();
                loading.empty();
            }
            case Picture.Loading partial -> {
                blank();
                loading.waiting(partial.done(), partial.total());
            }
            case Picture.Failed failed -> {
                blank();
                String reason =
                        words.get(failed.messageKey(), failed.arguments().toArray());
                loading.failed(
                        model.frame().isPresent()
                                ? words.get(
                                        "desk.view.failed-image",
                                        Integer.toString(model.index() + 1),
                                        Integer.toString(model.count()),
                                        reason)
                                : reason);
            }
        }
    }

    private static boolean isCostly(ResolvedView view) {
        return !view.isThin() && (long) view.width() * view.height() * view.depthSamples() > COSTLY_TAPS;
    }

    /// Nothing that is no longer true stays on screen.
    private void blank() {
        loop.forget();
        image.setImage(null);
        shown = null;
        decor.clear();
        repaintMarks();
    }

    private void present(Image drawn, Picture.Drawn picture) {
        OpenSet open = model.setProperty().get();
        if (open == null) {
            return;
        }
        shown = picture;
        image.setImage(drawn);
        place();
        loading.none();
        decor.say(picture, open.displaySet(), desk.warnings(model));
        mouse.pictureShown();
        decor.read(model.readoutProperty().get());
        repaintMarks();
        desk.pictureShown();
    }

    private void place() {
        if (shown != null) {
            PictureBounds bounds = PictureBounds.of(shown, getWidth(), getHeight());
            image.setFitWidth(bounds.width());
            image.setFitHeight(bounds.height());
            image.relocate(bounds.x(), bounds.y());
        }
    }

    private void fault(Exception fault) {
        LOG.error("a picture could not be drawn", fault);
        blank();
        loading.failed(words.about(fault));
    }

    void showCursor(@Nullable Cursor wanted) {
        setCursor(wanted == null ? Cursor.DEFAULT : wanted);
    }
}
