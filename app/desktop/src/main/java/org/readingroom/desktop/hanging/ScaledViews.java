package org.readingroom.desktop.hanging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.geometry.PixelSpacing;
import org.readingroom.viewer.hanging.BreastEdge;
import org.readingroom.viewer.hanging.ViewOpening;
import org.readingroom.viewer.hanging.ViewOpening.Alignment;
import org.readingroom.viewer.hanging.ViewOpening.Justification;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.ViewPresentation;
import org.readingroom.viewer.volume.GreySlice;

/// Keeps projection pictures at one scale beside each other, their walls together and nipples at
/// one height, while their views change size.
///
/// A view that the reader zooms or moves is left alone from then on. A picture without spacing is
/// fitted and says so.
///
/// **Thread:** FX; nipples are looked for on `cpu`.
// [impl->req~hanging.same-scale~1]
final class ScaledViews {
    /// A view that is held; `set` is what it showed then.
    private static final class Held {
        final ViewportModel view;
        final Region node;
        final OpenSet set;
        final ViewOpening opening;
        ViewPresentation given;

        Held(ViewportModel view, Region node, OpenSet set, ViewOpening opening) {
            this.view = view;
            this.node = node;
            this.set = set;
            this.opening = opening;
            this.given = view.presentationProperty().get();
        }
    }

    private final Function<ViewportModel, Optional<? extends Region>> nodes;
    private final TaskRunner tasks;
    private final List<Held> held = new ArrayList<>();
    private final Map<FrameRef, OptionalDouble> nipples = new HashMap<>();
    private Subscription told = Subscription.EMPTY;

    /// `nodes` finds what a view is shown in.
    ScaledViews(Function<ViewportModel, Optional<? extends Region>> nodes, TaskRunner tasks) {
        this.nodes = nodes;
        this.tasks = tasks;
    }

    /// Takes hold of `view`, which was just opened so.
    void hold(ViewportModel view, ViewOpening opening) {
        OpenSet set = view.setProperty().get();
        boolean isPlaced = opening.displaySetHorizontalJustification() != null || opening.sameScale();
        if (set == null || !isPlaced) {
            return;
        }
        nodes.apply(view).ifPresent(node -> {
            held.add(new Held(view, node, set, opening));
            InvalidationListener place = o -> place();
            node.widthProperty().addListener(place);
            node.heightProperty().addListener(place);
            set.arrivedProperty().addListener(place);
            told = told.and(() -> {
                node.widthProperty().removeListener(place);
                node.heightProperty().removeListener(place);
                set.arrivedProperty().removeListener(place);
            });
        });
    }

    void release() {
        told.unsubscribe();
        told = Subscription.EMPTY;
        held.clear();
        nipples.clear();
    }

    /// Puts every view that is still held where it belongs.
    void place() {
        List<Placed> placed = new ArrayList<>();
        for (Held one : held) {
            boolean isOurs = one.view.setProperty().get() == one.set
                    && one.view.presentationProperty().get().equals(one.given)
                    && one.node.getWidth() >= 1
                    && one.node.getHeight() >= 1;
            if (isOurs) {
                one.view.frame().ifPresent(frame -> placed.add(measure(one, frame)));
            }
        }
        double mmPerPixel = placed.stream()
                .filter(one -> one.isScaled)
                .mapToDouble(Placed::needed)
                .max()
                .orElse(0);
        Map<Double, List<Placed>> rows = new HashMap<>();
        placed.forEach(one -> rows.computeIfAbsent(one.held.node.getLayoutY(), y -> new ArrayList<>())
                .add(one));
        for (List<Placed> row : rows.values()) {
            mmPerPixel = Math.max(mmPerPixel, align(row));
        }
        for (Placed one : placed) {
            one.apply(mmPerPixel);
        }
    }

    /// Brings the nipples of one row to one height; returns the mm a pixel must cover for all of it
    /// to be seen.
    private static double align(List<Placed> row) {
        List<Placed> scaled = row.stream().filter(one -> one.isScaled).toList();
        boolean allFound = scaled.stream().allMatch(one -> one.nippleMm.isPresent());
        if (scaled.isEmpty() || !allFound) {
            return 0;
        }
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Placed one : scaled) {
            double centre = -one.nippleMm.orElse(0);
            top = Math.min(top, centre - one.heightMm / 2);
            bottom = Math.max(bottom, centre + one.heightMm / 2);
        }
        double needed = 0;
        for (Placed one : scaled) {
            one.down = -one.nippleMm.orElse(0) - (top + bottom) / 2;
            needed = Math.max(needed, (bottom - top) / one.held.node.getHeight());
        }
        return needed;
    }

    private Placed measure(Held one, ImageFrame frame) {
        Optional<PixelSpacing> spacing = frame.spacing();
        double rowMm = spacing.map(PixelSpacing::rowMm).orElse(frame.scale().aspect());
        double columnMm = spacing.map(PixelSpacing::columnMm).orElse(1.0);
        double turn = one.given.turnDegrees();
        boolean isAcross = turn % 180 != 0;
        double width = frame.format().columns() * columnMm;
        double height = frame.format().rows() * rowMm;
        boolean isScaled = spacing.isPresent() && one.opening.sameScale();
        if (one.opening.sameScale() && spacing.isEmpty()) {
            note(one.view, "desk.hanging.not-to-scale");
        }
        OptionalDouble nipple = one.opening.alignment() == Alignment.NIPPLE && isScaled && !isAcross
                ? nipple(one, frame, rowMm)
                : OptionalDouble.empty();
        OptionalDouble onScreen = nipple.isEmpty()
                ? nipple
                : OptionalDouble.of(turn == 180 ? -nipple.getAsDouble() : nipple.getAsDouble());
        return new Placed(one, isAcross ? height : width, isAcross ? width : height, isScaled, onScreen);
    }

    private static void note(ViewportModel view, String key) {
        List<String> notes = new ArrayList<>(view.additions().notesProperty().get());
        if (!notes.contains(key)) {
            notes.add(key);
            view.additions().notesProperty().set(List.copyOf(notes));
        }
    }

    /// How far below the middle of the stored picture the nipple is; nothing until it is known.
    private OptionalDouble nipple(Held one, ImageFrame frame, double rowMm) {
        OptionalDouble known = nipples.get(frame.ref());
        if (known != null) {
            return known;
        }
        String rows = frame.facts().patientOrientation();
        boolean isKnown = rows.startsWith("P") || rows.startsWith("A");
        Optional<GreySlice> slice = one.set
                .slice(one.view.index())
                .filter(GreySlice.class::isInstance)
                .map(GreySlice.class::cast);
        if (isKnown && slice.isPresent()) {
            nipples.put(frame.ref(), OptionalDouble.empty());
            tasks.start(
                    Lane.CPU,
                    Priority.ON_SCREEN,
                    () -> BreastEdge.nippleRow(slice.get(), rows.startsWith("P"), rowMm),
                    row -> {
                        if (held.contains(one) && row.isPresent()) {
                            double middle = (frame.format().rows() - 1) / 2.0;
                            nipples.put(frame.ref(), OptionalDouble.of((row.getAsDouble() - middle) * rowMm));
                            place();
                        }
                    },
                    fault -> {});
        }
        return OptionalDouble.empty();
    }

    /// One view with what its picture measures on the screen, in mm or in pixels of a picture
    /// without spacing.
    private static final class Placed {
        final Held held;
        final double widthMm;
        final double heightMm;
        final boolean isScaled;
        final OptionalDouble nippleMm;
        double down;

        Placed(Held held, double widthMm, double heightMm, boolean isScaled, OptionalDouble nippleMm) {
            this.held = held;
            this.widthMm = widthMm;
            this.heightMm = heightMm;
            this.isScaled = isScaled;
            this.nippleMm = nippleMm;
        }

        double needed() {
            return Math.max(widthMm / held.node.getWidth(), heightMm / held.node.getHeight());
        }

        void apply(double common) {
            double unit = isScaled ? common : needed();
            double spare = (held.node.getWidth() * unit - widthMm) / 2;
            Justification side = held.opening.displaySetHorizontalJustification();
            double right =
                    side == null || side == Justification.CENTER ? 0 : side == Justification.RIGHT ? spare : -spare;
            ViewPresentation wanted = new ViewPresentation(
                    needed() / unit,
                    right,
                    isScaled ? down : 0,
                    held.given.turnDegrees(),
                    held.given.flippedHorizontally());
            held.given = wanted;
            held.view.presentationProperty().set(wanted);
        }
    }
}
