package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.PlaneRectangle;
import org.readingroom.viewer.geometry.PlaneRectangle.Segment;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// Where the image of the active view lies in the others of its frame of reference, alone or with all of
/// its stack.
///
/// **Thread:** FX.
// [impl->req~desk.reference-lines~1]
public final class ReferenceLines {
    private final ReadingDeskModel desk;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private final BooleanProperty all = new SimpleBooleanProperty(false);

    ReferenceLines(ReadingDeskModel desk) {
        this.desk = desk;
        desk.eachView(view -> view.stateProperty().addListener(o -> moved(view)));
        desk.activeProperty().addListener(o -> moved(desk.activeProperty().get()));
        shown.addListener(o -> desk.repaintMarks());
        all.addListener(o -> desk.repaintMarks());
    }

    private void moved(ViewportModel view) {
        if (shown.get() && view == desk.activeProperty().get()) {
            desk.repaintMarks();
        }
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether the lines of the whole stack are shown too.
    BooleanProperty allProperty() {
        return all;
    }

    void toggle() {
        shown.set(!shown.get());
        if (shown.get()) {
            whyNone().ifPresent(desk.links()::tell);
        }
    }

    void toggleAll() {
        boolean isOn = shown.get() && all.get();
        all.set(!isOn);
        if (!isOn && !shown.get()) {
            toggle();
        }
    }

    /// The line of the active image in another one.
    Optional<Segment> line(ViewContext in) {
        ViewportModel active = desk.activeProperty().get();
        return isComparable(in.displaySet())
                ? ImageExtent.of(active).flatMap(image -> ImageExtent.of(in).flatMap(image::crossing))
                : Optional.empty();
    }

    /// The lines of the whole stack of the active view, by the number of the frame from 0; empty where not
    /// asked for.
    List<Optional<Segment>> lines(ViewContext in) {
        Optional<PlaneRectangle> here = ImageExtent.of(in);
        if (!all.get() || here.isEmpty() || !isComparable(in.displaySet())) {
            return List.of();
        }
        return ImageExtent.all(desk.activeProperty().get()).stream()
                .map(image -> image.crossing(here.get()))
                .toList();
    }

    /// A place means the same in two sets only where one patient and one frame of reference are.
    private boolean isComparable(DisplaySet other) {
        DisplaySet active = desk.activeProperty().get().displaySet().orElse(null);
        return shown.get() && active != null && isShared(active, other);
    }

    private boolean isShared(DisplaySet one, DisplaySet two) {
        FrameOfReferenceUid reference = one.frames().getFirst().frameOfReference();
        return reference != null
                && reference.equals(two.frames().getFirst().frameOfReference())
                && desk.studies().mayBeJoined(one, two);
    }

    /// Why no view shows a line, as a message key; nothing when one does.
    Optional<String> whyNone() {
        ViewportModel active = desk.activeProperty().get();
        List<ViewportModel> others = desk.visible().stream()
                .filter(view -> view != active && view.displaySet().isPresent())
                .toList();
        if (others.isEmpty()) {
            return Optional.of("desk.reference.alone");
        }
        List<ViewportModel> sharing = others.stream()
                .filter(view -> isShared(
                        active.displaySet().orElseThrow(), view.displaySet().orElseThrow()))
                .toList();
        if (sharing.isEmpty()) {
            return Optional.of("desk.reference.other-frame");
        }
        Optional<PlaneRectangle> image = ImageExtent.of(active);
        boolean isAny = sharing.stream()
                .anyMatch(view -> image.flatMap(one -> ImageExtent.of(view).flatMap(one::crossing))
                        .isPresent());
        return isAny ? Optional.empty() : Optional.of("desk.reference.parallel");
    }
}
