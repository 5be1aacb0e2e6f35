package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.hands.MouseMap;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.FrameLoader;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.volume.SliceCache;

/// The desk without controls: open display sets, layout, views, which one is active, the layer of
/// marks.
///
/// **Thread:** FX.
public final class ReadingDeskModel {
    private final TaskRunner tasks;
    private final ObservableList<OpenSet> sets = FXCollections.observableArrayList();
    private final ViewGrid grid = new ViewGrid();
    private final ImageTiling tiling = new ImageTiling(grid);
    private final ObjectProperty<@Nullable Runnable> onPictureShown = new SimpleObjectProperty<>();
    private final ObjectProperty<MouseMap> mouseMap = new SimpleObjectProperty<>(MouseMap.USUAL);
    private ToolLayer toolLayer = ToolLayer.NONE;
    private Runnable marksRepainter = () -> {};
    private Runnable focuser = () -> {};
    private final DeskStudies studies = new DeskStudies(this);
    private final ViewLinks links;
    private final ReferenceLines referenceLines;
    private final Crosshair crosshair;
    private final PointCursor pointCursor;
    private final CurveDrawing curveDrawing;
    private final Alignments alignments = new Alignments(this);
    private final PointAligning pointAligning;
    private final ValueAligning valueAligning;
    private @Nullable SliceCache slices;
    private @Nullable Runnable filler;

    public ReadingDeskModel(TaskRunner tasks) {
        this.tasks = tasks;
        this.links = new ViewLinks(this, tasks);
        this.referenceLines = new ReferenceLines(this);
        this.crosshair = new Crosshair(this);
        this.pointCursor = new PointCursor(this);
        this.curveDrawing = new CurveDrawing(this);
        this.pointAligning = new PointAligning(this);
        this.valueAligning = new ValueAligning(tasks, alignments);
    }

    /// Puts the display sets of a study on the desk, as many of them in views as the layout has.
    public void open(List<DisplaySet> opened, FrameLoader loader) {
        close();
        slices = new SliceCache(loader, budget());
        sets.setAll(hold(opened));
        List<ViewportModel> shown = grid.inLayout();
        for (int i = 0; i < Math.min(shown.size(), sets.size()); i++) {
            shown.get(i).show(sets.get(i));
        }
        if (!sets.isEmpty()) {
            sets.getFirst().prefetch(shown.getFirst().index(), Priority.PREFETCH);
        }
        activate(shown.getFirst());
    }

    /// Adds further display sets of the study that is open; views of the layout that are empty take them.
    public void more(List<DisplaySet> further) {
        // those of other studies stay behind those of the current one
        int at = (int) sets.stream()
                .takeWhile(set -> studies.isCurrent(set.displaySet()))
                .count();
        sets.addAll(at, hold(further));
        if (filler == null) {
            fill();
        } else {
            filler.run();
        }
    }

    /// `wanted` is called when further sets came, until a layout is chosen or the desk closed; null lets views that are
    /// empty take the next set.
    public void fillBy(@Nullable Runnable wanted) {
        filler = wanted;
    }

    /// Views of the layout that are empty take sets that no other shows; tiles stay as they are.
    private void fill() {
        if (!tiling.isOn()) {
            grid.inLayout().stream()
                    .filter(view -> view.setProperty().get() == null)
                    .forEach(view -> nextUnshown().ifPresent(view::show));
        }
    }

    /// The sets as they are held on this desk; none before it was opened.
    List<OpenSet> hold(List<DisplaySet> found) {
        SliceCache cache = slices;
        return cache == null
                ? List.of()
                : found.stream().map(set -> new OpenSet(set, cache, tasks)).toList();
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
        studies.clear();
        filler = null;
        links.clear();
        pointCursor.forget();
        tiling.forget();
        grid.all().forEach(view -> view.show(null));
        sets.forEach(OpenSet::close);
        sets.clear();
        if (slices != null) {
            slices.clear();
            slices = null;
        }
        grid.maximisedProperty().set(null);
    }

    /// chosen: two fifths of the heap for decoded slices; volumes share them.
    private static long budget() {
        return Runtime.getRuntime().maxMemory() / 5 * 2;
    }

    public ObservableList<OpenSet> sets() {
        return sets;
    }

    /// Whose the sets are.
    public DeskStudies studies() {
        return studies;
    }

    public ObjectProperty<Layout> layoutProperty() {
        return grid.layoutProperty();
    }

    /// All views that were ever shown, in reading order; the layout shows the first of them.
    public List<ViewportModel> views() {
        return grid.all();
    }

    /// Calls `follower` with every view there is, and with every one made later.
    public void eachView(Consumer<ViewportModel> follower) {
        grid.each(follower);
    }

    /// One display set over all views of the layout.
    public ImageTiling tiling() {
        return tiling;
    }

    ViewGrid grid() {
        return grid;
    }

    /// The views that are on screen now, in reading order.
    public List<ViewportModel> visible() {
        return grid.visible();
    }

    /// What moves views together.
    public ViewLinks links() {
        return links;
    }

    /// The lines of the active view in the others.
    public ReferenceLines referenceLines() {
        return referenceLines;
    }

    /// The place under the pointer.
    public PointCursor pointCursor() {
        return pointCursor;
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
        return grid.activeProperty().getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ViewportModel> maximisedProperty() {
        return grid.maximisedProperty().getReadOnlyProperty();
    }

    /// The display set in the active view.
    public Optional<DisplaySet> activeSet() {
        return Optional.ofNullable(active().setProperty().get()).map(OpenSet::displaySet);
    }

    public void activate(ViewportModel view) {
        grid.activeProperty().set(view);
    }

    /// Two views change places, each with all it shows; tiles stay in their order.
    public void exchange(ViewportModel one, ViewportModel other) {
        if (!tiling.isOn()) {
            grid.exchange(one, other);
        }
    }

    /// Shows one view alone, or all again.
    public void maximise(ViewportModel view) {
        grid.maximise(view);
    }

    /// Shows a display set in the active view, or in all of them while they are tiled.
    public void show(OpenSet set) {
        if (tiling.isOn()) {
            tiling.show(set);
        } else {
            active().show(set);
        }
        set.prefetch(active().index(), Priority.PREFETCH);
    }

    private ViewportModel active() {
        return grid.activeProperty().get();
    }

    /// Shows the display set of its study after the active one in it, or before; past the last comes the first.
    public void showNext(int step) {
        OpenSet now = active().setProperty().get();
        List<OpenSet> same = now == null ? sets : studies.sets(now.displaySet().study());
        if (!same.isEmpty()) {
            show(same.get(Math.floorMod((now == null ? -1 : same.indexOf(now)) + step, same.size())));
        }
    }

    /// Makes the next view of the layout the active one, and gives it the keyboard.
    public void activateNext() {
        if (maximisedProperty().get() == null) {
            List<ViewportModel> shown = grid.inLayout();
            activate(shown.get((shown.indexOf(active()) + 1) % shown.size()));
            focusActive();
        }
    }

    /// Sets the layout; views that come in take sets not shown yet.
    public void arrange(Layout wanted) {
        filler = null;
        grid.arrange(wanted);
        fill();
    }

    Optional<OpenSet> nextUnshown() {
        List<@Nullable OpenSet> seen =
                grid.inLayout().stream().map(v -> v.setProperty().get()).toList();
        return sets.stream()
                .filter(set -> studies.isCurrent(set.displaySet()) && !seen.contains(set))
                .findFirst();
    }

    /// The active set as axial, coronal and sagittal cuts beside the volume from outside; colour has no such, and shows
    /// its frames.
    public void threePlanes() {
        Arrangements.threePlanes(this);
    }

    /// What drags and the wheel do on every view.
    public ObjectProperty<MouseMap> mouseMapProperty() {
        return mouseMap;
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
}
