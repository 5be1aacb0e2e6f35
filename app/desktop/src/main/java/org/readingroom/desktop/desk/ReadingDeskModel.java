package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.PlaneKind;
import org.readingroom.viewer.volume.SliceCache;

/// The desk without controls: open display sets, layout, views, which one is active, the layer of
/// marks.
///
/// **Thread:** FX.
public final class ReadingDeskModel {
    private final TaskRunner tasks;
    private final ObservableList<OpenSet> sets = FXCollections.observableArrayList();
    private final ObjectProperty<Layout> layout = new SimpleObjectProperty<>(Layout.ONE);
    private final ReadOnlyObjectWrapper<@Nullable ViewportModel> maximised = new ReadOnlyObjectWrapper<>();
    private final List<ViewportModel> views = new ArrayList<>();
    private final ReadOnlyObjectWrapper<ViewportModel> active;
    private final ObjectProperty<@Nullable Runnable> onPictureShown = new SimpleObjectProperty<>();
    private ToolLayer toolLayer = ToolLayer.NONE;
    private Runnable marksRepainter = () -> {};
    private Runnable focuser = () -> {};
    private final Crosshair crosshair;
    private final CurveDrawing curveDrawing;
    private final Alignments alignments = new Alignments(this);
    private final PointAligning pointAligning;
    private final ValueAligning valueAligning;
    private @Nullable SliceCache slices;

    public ReadingDeskModel(TaskRunner tasks) {
        this.tasks = tasks;
        for (int i = 0; i < Layout.FOUR.views(); i++) {
            views.add(new ViewportModel());
        }
        this.active = new ReadOnlyObjectWrapper<>(views.getFirst());
        this.crosshair = new Crosshair(this);
        this.curveDrawing = new CurveDrawing(this);
        this.pointAligning = new PointAligning(this);
        this.valueAligning = new ValueAligning(tasks, alignments);
    }

    /// Puts the display sets of a study on the desk, as many of them in views as the layout has.
    public void open(List<DisplaySet> opened, FrameLoader loader) {
        close();
        SliceCache cache = new SliceCache(loader, budget());
        slices = cache;
        sets.setAll(opened.stream().map(set -> new OpenSet(set, cache, tasks)).toList());
        for (int i = 0; i < views.size(); i++) {
            views.get(i).show(i < layout.get().views() && i < sets.size() ? sets.get(i) : null);
        }
        if (!sets.isEmpty()) {
            OpenSet first = sets.getFirst();
            first.prefetch(views.getFirst().index(), Priority.PREFETCH);
        }
        activate(views.getFirst());
    }

    /// Adds further display sets of the study that is open; views of the layout that are empty take them.
    public void more(List<DisplaySet> further) {
        SliceCache cache = slices;
        if (cache == null) {
            return;
        }
        sets.addAll(further.stream().map(set -> new OpenSet(set, cache, tasks)).toList());
        views.stream()
                .limit(layout.get().views())
                .filter(view -> view.setProperty().get() == null)
                .forEach(view -> nextUnshown(layout.get()).ifPresent(view::show));
    }

    /// Adds one display set (a derived one) at the end of the thumbnails and returns it.
    public OpenSet add(DisplaySet set, FrameLoader loader) {
        OpenSet open = new OpenSet(set, new SliceCache(loader, budget() / 4), tasks);
        sets.add(open);
        return open;
    }

    /// Clears the desk and gives up everything under way.
    public void close() {
        crosshair.shownProperty().set(false);
        curveDrawing.clear();
        pointAligning.cancel();
        valueAligning.cancel();
        alignments.clear();
        views.forEach(view -> view.show(null));
        sets.forEach(OpenSet::close);
        sets.clear();
        if (slices != null) {
            slices.clear();
            slices = null;
        }
        maximised.set(null);
    }

    /// chosen: two fifths of the heap for decoded slices; volumes share them.
    private static long budget() {
        return Runtime.getRuntime().maxMemory() / 5 * 2;
    }

    public ObservableList<OpenSet> sets() {
        return sets;
    }

    public ObjectProperty<Layout> layoutProperty() {
        return layout;
    }

    /// All views a layout may show; the layout shows the first of them.
    public List<ViewportModel> views() {
        return List.copyOf(views);
    }

    /// The views that are on screen now, in reading order.
    public List<ViewportModel> visible() {
        ViewportModel alone = maximised.get();
        return alone == null ? List.copyOf(views.subList(0, layout.get().views())) : List.of(alone);
    }

    /// The place that the views share.
    public Crosshair crosshair() {
        return crosshair;
    }

    /// The path drawn for a curved reformat.
    public CurveDrawing curveDrawing() {
        return curveDrawing;
    }

    /// The pairs of points that align two series.
    public PointAligning pointAligning() {
        return pointAligning;
    }

    ValueAligning valueAligning() {
        return valueAligning;
    }

    Alignments alignments() {
        return alignments;
    }

    public ReadOnlyObjectProperty<ViewportModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ViewportModel> maximisedProperty() {
        return maximised.getReadOnlyProperty();
    }

    /// The display set in the active view.
    public Optional<DisplaySet> activeSet() {
        return Optional.ofNullable(active.get().setProperty().get()).map(OpenSet::displaySet);
    }

    public void activate(ViewportModel view) {
        active.set(view);
    }

    /// Shows one view alone, or all again.
    public void maximise(ViewportModel view) {
        maximised.set(maximised.get() == null ? view : null);
        activate(view);
    }

    /// Shows a display set in the active view.
    public void show(OpenSet set) {
        active.get().show(set);
        set.prefetch(active.get().index(), Priority.PREFETCH);
    }

    /// Shows the display set after the active one in it, or before; past the last comes the first.
    public void showNext(int step) {
        OpenSet now = active.get().setProperty().get();
        if (!sets.isEmpty()) {
            show(sets.get(Math.floorMod((now == null ? -1 : sets.indexOf(now)) + step, sets.size())));
        }
    }

    /// Makes the next view of the layout the active one, and gives it the keyboard.
    public void activateNext() {
        if (maximised.get() == null) {
            activate(views.get((views.indexOf(active.get()) + 1) % layout.get().views()));
            focusActive();
        }
    }

    /// Sets the layout; views that come in take sets not shown yet.
    public void arrange(Layout wanted) {
        maximised.set(null);
        for (int i = 0; i < wanted.views(); i++) {
            ViewportModel view = views.get(i);
            if (view.setProperty().get() == null) {
                nextUnshown(wanted).ifPresent(view::show);
            }
        }
        layout.set(wanted);
        if (views.indexOf(active.get()) >= wanted.views()) {
            activate(views.getFirst());
        }
    }

    private Optional<OpenSet> nextUnshown(Layout wanted) {
        List<OpenSet> seen = views.subList(0, wanted.views()).stream()
                .map(v -> v.setProperty().get())
                .toList();
        return sets.stream().filter(set -> !seen.contains(set)).findFirst();
    }

    /// The active set as axial, coronal and sagittal cuts beside the volume from outside; colour has no such, and shows
    /// its frames.
    // [impl->req~desk.three-planes~1]
    public void threePlanes() {
        OpenSet set = active.get().setProperty().get();
        if (set == null) {
            return;
        }
        PlaneKind[] kinds = {PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL, PlaneKind.ACQUIRED};
        for (int i = 0; i < kinds.length; i++) {
            views.get(i).show(set);
            views.get(i).cut(kinds[i]);
        }
        toggleScene(views.get(kinds.length - 1));
        maximised.set(null);
        layout.set(Layout.FOUR);
        activate(views.getFirst());
        crosshair.shownProperty().set(true);
    }

    /// The volume of a view from outside, or its flat pictures again.
    void toggleScene(ViewportModel view) {
        OpenSet set = view.setProperty().get();
        if (!view.isFlat()) {
            view.modeProperty().set(ViewMode.FLAT);
        } else if (set != null && ViewAdditions.canBeLaidOver(set.displaySet())) {
            view.modeProperty()
                    .set(new ViewMode.Scene(SceneLook.opening(set.displaySet().modality())));
        }
    }

    /// Makes room for one more view when `view` stands alone: it becomes the first of two.
    void beside(ViewportModel view) {
        OpenSet set = view.setProperty().get();
        ViewportModel first = views.getFirst();
        if (view != first) {
            first.show(set);
            first.stateProperty().set(view.stateProperty().get());
            first.presentationProperty().set(view.presentationProperty().get());
        }
        arrange(Layout.TWO_BESIDE);
        activate(first);
    }

    public ToolLayer toolLayer() {
        return toolLayer;
    }

    public void setToolLayer(ToolLayer layer) {
        toolLayer = layer;
        marksRepainter.run();
    }

    /// Paints the overlays of all views again.
    public void repaintMarks() {
        marksRepainter.run();
    }

    /// Gives the keyboard to the active view.
    public void focusActive() {
        focuser.run();
    }

    void setFocuser(Runnable wanted) {
        focuser = wanted;
    }

    void setMarksRepainter(Runnable repainter) {
        marksRepainter = repainter;
    }

    /// Called each time a view has put a finished picture on screen; for timing and tests.
    public ObjectProperty<@Nullable Runnable> onPictureShownProperty() {
        return onPictureShown;
    }

    void pictureShown() {
        Runnable told = onPictureShown.get();
        if (told != null) {
            told.run();
        }
    }

    /// What the reader must know about what a view shows: message keys.
    List<String> warnings(ViewportModel view) {
        return ViewWarnings.of(view, valueAligning::told);
    }

    /// The sets that can be laid over the one in the active view, in the order of the thumbnails.
    List<OpenSet> fusionPartners() {
        OpenSet base = active.get().setProperty().get();
        return sets.stream()
                .filter(set -> base != null && set != base && ViewAdditions.canBeLaidOver(set.displaySet()))
                .toList();
    }
}
