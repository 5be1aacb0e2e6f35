package org.readingroom.desktop.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.tools.KeyImages;
import org.readingroom.viewer.annotation.KeyImage;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.mask.MaskLayer;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.palette.DistinctColours;
import org.readingroom.viewer.returned.ArchivedMark;
import org.readingroom.viewer.segment.ThresholdRegion;
import org.readingroom.viewer.sr.KeyObjects;

/// The objects of the open study, which regions are seen and how, which images are key images.
///
/// **Thread:** FX.
public final class ObjectsModel {
    /// chosen: the picture under a region is still read.
    private static final double FILL = 0.3;

    private final ReadingDeskModel desk;
    private final ReadOnlyObjectWrapper<StudyObjects> objects = new ReadOnlyObjectWrapper<>(StudyObjects.NONE);
    private final Set<String> takenBack = new HashSet<>();
    private final ObservableList<ShownRegion> regions = FXCollections.observableArrayList();
    private final DoubleProperty opacity = new SimpleDoubleProperty(FILL);
    private final BooleanProperty outlined = new SimpleBooleanProperty(true);
    private @Nullable ShownRegion measured;
    private @Nullable KeyImages own;
    private final BooleanProperty archivedShown = new SimpleBooleanProperty(true);
    private int version;

    public ObjectsModel(ReadingDeskModel desk) {
        this.desk = desk;
        InvalidationListener repaint = o -> changed();
        opacity.addListener(repaint);
        archivedShown.addListener(repaint);
        outlined.addListener(repaint);
    }

    /// Shows what was found; its regions are visible at once.
    public void show(StudyObjects found) {
        // what was measured while the files were still being read stays
        show(found, regions.stream().filter(ShownRegion::isMeasured).toList());
    }

    private void show(StudyObjects found, List<ShownRegion> kept) {
        objects.set(found);
        List<ShownRegion> shown = new ArrayList<>();
        for (Region region : found.regions()) {
            ShownRegion one = new ShownRegion(region);
            one.visibleProperty().addListener(o -> changed());
            shown.add(one);
        }
        shown.addAll(kept);
        regions.setAll(shown);
        badges();
        changed();
    }

    /// What the reader marked counts as key images beside those of the study's documents.
    public void join(KeyImages marked) {
        own = marked;
        marked.addListener(this::badges);
        desk.sets().addListener((InvalidationListener) o -> badges());
    }

    private void badges() {
        for (OpenSet set : desk.sets()) {
            set.badgeProperty().set(badge(set.displaySet()));
        }
    }

    public void close() {
        measured = null;
        takenBack.clear();
        show(StudyObjects.NONE, List.of());
    }

    /// Begins a region measured here; [#measured] fills it and replaces what filled it before.
    void newMeasured() {
        measured = null;
    }

    /// Shows a region measured here beside those of the study, until the study is put away: it is
    /// part of no file.
    // [impl->req~objects.threshold-region~1]
    void measured(DisplaySet set, String name, ThresholdRegion found) {
        notMeasured();
        int count = (int) regions.stream().filter(ShownRegion::isMeasured).count();
        ShownRegion shown = new ShownRegion(
                new Region(
                        "",
                        name,
                        DistinctColours.rgb(count + 3),
                        Optional.of(found.mask()),
                        List.of(),
                        Optional.ofNullable(set.frames().getFirst().frameOfReference()),
                        Optional.of(found.volumeMl())),
                set);
        shown.visibleProperty().addListener(o -> changed());
        measured = shown;
        regions.add(shown);
        changed();
    }

    /// Takes away what filled the region being measured.
    void notMeasured() {
        if (measured != null) {
            takenBack.add(measured.trackingUid());
            regions.remove(measured);
            measured = null;
            changed();
        }
    }

    /// The regions measured here in pictures of `study`, on their way to the archive.
    List<RegionToReturn> toReturn(StudyUid study) {
        return regions.stream()
                .flatMap(one -> one.toReturn().stream())
                .filter(one -> one.source().study().equals(study))
                .toList();
    }

    /// Those that were taken away again, by their tracking UIDs.
    Set<String> takenBack() {
        return Set.copyOf(takenBack);
    }

    /// Takes away the last region measured here.
    public void removeLastMeasured() {
        measured = regions.stream()
                .filter(ShownRegion::isMeasured)
                .reduce((a, b) -> b)
                .orElse(null);
        notMeasured();
    }

    public ReadOnlyObjectProperty<StudyObjects> objectsProperty() {
        return objects.getReadOnlyProperty();
    }

    public ObservableList<ShownRegion> regions() {
        return regions;
    }

    /// **Range:** 0 to 1.
    public DoubleProperty opacityProperty() {
        return opacity;
    }

    public BooleanProperty outlinedProperty() {
        return outlined;
    }

    /// Whether what reports of the archive measured is shown.
    public BooleanProperty archivedShownProperty() {
        return archivedShown;
    }

    /// What reports measured, to be shown.
    List<ArchivedMark> archived() {
        return archivedShown.get() ? objects.get().archived() : List.of();
    }

    /// All regions seen, or none when all are.
    // [impl->req~objects.regions~1]
    public void toggleAll() {
        boolean isAny = regions.stream().anyMatch(one -> one.visibleProperty().get());
        regions.forEach(one -> one.visibleProperty().set(!isAny));
    }

    /// The visible regions in the space of `set`, ready to paint.
    List<MaskLayer> layers(DisplaySet set) {
        return seen(set)
                .flatMap(region -> region.mask().stream()
                        .map(mask -> new MaskLayer(mask, region.rgb(), opacity.get(), outlined.get())))
                .toList();
    }

    /// The visible regions in the space of `set` that have points or open contours.
    List<Region> lined(DisplaySet set) {
        return seen(set).filter(region -> !region.lines().isEmpty()).toList();
    }

    private Stream<Region> seen(DisplaySet set) {
        FrameOfReferenceUid reference = set.frames().getFirst().frameOfReference();
        return regions.stream()
                .filter(one -> one.visibleProperty().get())
                .map(ShownRegion::region)
                .filter(region -> reference != null
                        && region.frameOfReference().filter(reference::equals).isPresent());
    }

    /// Goes up with every change of what is painted.
    int version() {
        return version;
    }

    /// The selection that holds `frame`, when one does.
    // [impl->req~objects.key-images~1]
    public Optional<KeyObjects> keyObjects(FrameRef frame) {
        return objects.get().keyObjects().stream()
                .filter(keys -> keys.covers(frame))
                .findFirst();
    }

    /// What the reader said of `frame` by marking it.
    Optional<KeyImage> marked(FrameRef frame) {
        return own == null ? Optional.empty() : own.find(frame);
    }

    /// Goes to the next key image of the active set, or to the one before, round to the first; false
    /// when it has none.
    public boolean nextKeyImage(int direction) {
        OpenSet open = desk.activeProperty().get().setProperty().get();
        if (open == null) {
            return false;
        }
        int count = open.displaySet().frames().size();
        int from = desk.activeProperty().get().index();
        for (int step = 1; step <= count; step++) {
            int next = Math.floorMod(from + step * direction, count);
            if (isChosen(open.displaySet().frames().get(next).ref())) {
                desk.activeProperty().get().goTo(next);
                return true;
            }
        }
        return false;
    }

    private boolean isChosen(FrameRef frame) {
        return marked(frame).isPresent()
                || keyObjects(frame).filter(keys -> !keys.isRejection()).isPresent();
    }

    /// `★ 3`, the key images of a set; `✕ 2` those set aside; empty without either.
    private String badge(DisplaySet set) {
        long chosen =
                set.frames().stream().filter(frame -> isChosen(frame.ref())).count();
        long aside = set.frames().stream()
                .filter(frame ->
                        keyObjects(frame.ref()).filter(KeyObjects::isRejection).isPresent())
                .count();
        return ((chosen > 0 ? "★ " + chosen : "") + (aside > 0 ? " ✕ " + aside : "")).strip();
    }

    private void changed() {
        version++;
        desk.repaintMarks();
    }
}
