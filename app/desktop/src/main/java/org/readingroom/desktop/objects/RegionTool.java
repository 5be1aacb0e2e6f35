package org.readingroom.desktop.objects;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewContext;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.segment.ThresholdRegion;
import org.readingroom.viewer.task.Handle;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.volume.Volume;

/// Measures the volume of what hangs together around a place: a press sets the seed, a drag the threshold.
///
/// **Thread:** FX.
// [impl->req~objects.threshold-region~1]
public final class RegionTool {
    private final ReadingDeskModel desk;
    private final ObjectsModel model;
    private final TaskRunner tasks;
    private final BooleanProperty inHand = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<@Nullable Growing> growing = new ReadOnlyObjectWrapper<>();
    private final Consumer<String> told;
    private @Nullable Handle underWay;

    /// What is being measured, in the `unit` the values had when it began; `found` is of an earlier threshold until
    /// `isDone`, and empty when nothing belongs.
    public record Growing(
            RegionSeed seed,
            OpenSet set,
            String unit,
            Vec3 pPatient,
            double pixelsUp,
            boolean isDone,
            Optional<ThresholdRegion> found) {
        double threshold() {
            return seed.threshold(pixelsUp);
        }
    }

    /// `told` gets the message key of what the reader must know: what the hand does, or why a press measured nothing.
    public RegionTool(ReadingDeskModel desk, ObjectsModel model, TaskRunner tasks, Consumer<String> told) {
        this.desk = desk;
        this.model = model;
        this.tasks = tasks;
        this.told = told;
        inHand.subscribe((was, is) -> {
            if (is) {
                Optional.ofNullable(desk.activeProperty().get().setProperty().get())
                        .filter(set -> set.displaySet().isVolume())
                        .ifPresent(OpenSet::volume);
                told.accept("desktop.objects.region-in-hand");
            }
            desk.repaintMarks();
        });
    }

    public BooleanProperty inHandProperty() {
        return inHand;
    }

    public ReadOnlyObjectProperty<@Nullable Growing> growingProperty() {
        return growing.getReadOnlyProperty();
    }

    /// Begins at a point of a view; false where no whole volume of the patient is there to be measured.
    boolean begin(ViewContext view, double x, double y, boolean isDark) {
        OpenSet set = set(view).orElse(null);
        Volume volume = set == null
                ? null
                : set.volume()
                        .map(made -> made.volume())
                        .filter(v -> v.isComplete() && v.isInPatient() && !v.isColour())
                        .orElse(null);
        if (set == null || volume == null || !view.transform().isInPatient()) {
            told.accept("desktop.objects.region-no-volume");
            return false;
        }
        Vec3 pPatient = view.transform().screenToWorld(x, y);
        Vec3 voxel = volume.worldToVoxel().apply(pPatient);
        model.newMeasured();
        boolean isPeak = set.displaySet().modality().equals("PT");
        grow(new Growing(
                RegionSeed.at(volume, voxel, view.resolved().voi(), isPeak, isDark),
                set,
                set.unit(0),
                pPatient,
                0,
                false,
                Optional.empty()));
        return true;
    }

    private Optional<OpenSet> set(ViewContext view) {
        FrameRef first = view.displaySet().frames().getFirst().ref();
        return desk.sets().stream()
                .filter(set -> set.displaySet().isVolume())
                .filter(set -> set.displaySet().frames().getFirst().ref().equals(first))
                .findFirst();
    }

    /// Moves the threshold; only the last one asked for is looked for.
    void drag(double pixelsUp) {
        Growing now = growing.get();
        if (now != null) {
            grow(new Growing(now.seed(), now.set(), now.unit(), now.pPatient(), pixelsUp, false, now.found()));
        }
    }

    private void grow(Growing next) {
        if (underWay != null) {
            underWay.cancel();
        }
        growing.set(next);
        RegionSeed seed = next.seed();
        underWay = tasks.start(
                Lane.IO,
                Priority.ON_SCREEN,
                () -> ThresholdRegion.grow(seed.volume(), seed.voxel(), seed.range(next.pixelsUp())),
                found -> came(next, found),
                fault -> came(next, Optional.empty()));
        desk.repaintMarks();
    }

    private void came(Growing asked, Optional<ThresholdRegion> found) {
        underWay = null;
        growing.set(
                new Growing(asked.seed(), asked.set(), asked.unit(), asked.pPatient(), asked.pixelsUp(), true, found));
        found.ifPresentOrElse(
                region -> model.measured(asked.set().displaySet(), name(asked), region), model::notMeasured);
        desk.repaintMarks();
    }

    /// What the region is called, such as `≥ 120 HU`.
    static String name(Growing one) {
        return MeasuredName.of(one.threshold(), one.seed().isDark(), one.unit());
    }

    public void forget() {
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
        }
        growing.set(null);
    }
}
