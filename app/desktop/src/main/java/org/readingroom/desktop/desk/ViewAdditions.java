package org.readingroom.desktop.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.model.LoadState;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.DefaultVoi;
import org.readingroom.viewer.viewport.Fusion;
import org.readingroom.viewer.viewport.Processing;
import org.readingroom.viewer.viewport.Quality;
import org.readingroom.viewer.viewport.ViewExtras;
import org.readingroom.viewer.viewport.ViewResolver;
import org.readingroom.viewer.volume.Volume;

/// What one view shows beyond its own display set: a second one over it, image processing.
///
/// **Thread:** FX.
public final class ViewAdditions {
    private final ObjectProperty<@Nullable FusedSet> fused = new SimpleObjectProperty<>();
    private final ObjectProperty<Processing> processing = new SimpleObjectProperty<>(Processing.NONE);
    private final ObjectProperty<List<String>> notes = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper numbers = new ReadOnlyIntegerWrapper(0);
    private final InvalidationListener changed = o -> changes.set(changes.get() + 1);
    private final InvalidationListener renumbered = o -> numbers.set(numbers.get() + 1);

    ViewAdditions() {
        processing.addListener(changed);
        notes.addListener(changed);
        fused.addListener((o, before, after) -> {
            if (before != null) {
                before.set().volumeStateProperty().removeListener(changed);
                before.set().presentationProperty().removeListener(changed);
                before.set().numbersProperty().removeListener(renumbered);
            }
            if (after != null) {
                after.set().volumeStateProperty().addListener(changed);
                after.set().presentationProperty().addListener(changed);
                after.set().numbersProperty().addListener(renumbered);
            }
            changes.set(changes.get() + 1);
        });
    }

    public ObjectProperty<@Nullable FusedSet> fusedProperty() {
        return fused;
    }

    public ObjectProperty<Processing> processingProperty() {
        return processing;
    }

    /// What whoever hung the picture tells the reader about it: message keys.
    public ObjectProperty<List<String>> notesProperty() {
        return notes;
    }

    /// Counts whatever makes the picture another one.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Counts the changes of the unit of the second set: numbers on the screen are those of another.
    ReadOnlyIntegerProperty numbersProperty() {
        return numbers.getReadOnlyProperty();
    }

    void clear() {
        fused.set(null);
        processing.set(Processing.NONE);
        notes.set(List.of());
    }

    /// What the picture of `base` gets now; asks for what is missing of the second set.
    // [impl->req~desk.fusion~1]
    ViewExtras extras(Volume base, Quality quality) {
        ViewExtras extras = ViewExtras.NONE.withQuality(quality).withProcessing(processing.get());
        FusedSet over = fused.get();
        return over == null || !base.isInPatient() ? extras : extras.withFusion(fusion(over));
    }

    private static @Nullable Fusion fusion(FusedSet over) {
        OpenSet set = over.set();
        Optional<Volume> volume = set.volume().map(v -> v.volume()).filter(v -> v.isComplete() && !v.isColour());
        Optional<Voi> voi = voi(set);
        if (volume.isEmpty() || voi.isEmpty()) {
            return null;
        }
        ImageFrame first = set.displaySet().frames().getFirst();
        DataPresentation data = set.presentationProperty().get().withPalette(over.palette());
        // dark on white is for a picture alone: over another one high values are the bright ones
        ViewResolver.Look look = new ViewResolver.Look(voi.get(), first.inverse(), data);
        Alignment alignment = over.alignment();
        AffineMap baseToOverlay = alignment == null ? AffineMap.IDENTITY : alignment.baseToOverlay();
        return new Fusion(volume.get(), baseToOverlay, look, over.opacity(), Fusion.Blend.BY_VALUE);
    }

    private static Optional<Voi> voi(OpenSet set) {
        Voi chosen = set.presentationProperty().get().voi();
        if (chosen != null) {
            return Optional.of(chosen);
        }
        int middle = set.displaySet().frames().size() / 2;
        return set.slice(middle)
                .map(slice -> DefaultVoi.of(set.displaySet().frames().get(middle), slice));
    }

    /// What the reader must know: message keys.
    List<String> warnings(DisplaySet base) {
        List<String> keys = new ArrayList<>(notes.get());
        keys.addAll(ofFusion(base));
        return keys;
    }

    private List<String> ofFusion(DisplaySet base) {
        FusedSet over = fused.get();
        if (over == null) {
            return List.of();
        }
        ImageFrame below = base.frames().getFirst();
        if (!below.hasGeometry()) {
            return List.of("desk.fusion.no-place");
        }
        LoadState state = over.set().volumeStateProperty().get();
        if (state instanceof LoadState.Failed failed) {
            return List.of(failed.reasonKey());
        }
        if (!(state instanceof LoadState.Complete)) {
            return List.of("desk.fusion.waiting");
        }
        ImageFrame above = over.set().displaySet().frames().getFirst();
        List<String> keys = new ArrayList<>(over.set().unitRefusal().stream().toList());
        Alignment alignment = over.alignment();
        if (alignment != null) {
            if (alignment.way() == Alignment.Way.VALUES) {
                keys.add("desk.fusion.by-values");
            }
        } else if (below.frameOfReference() == null || !below.frameOfReference().equals(above.frameOfReference())) {
            keys.add("desk.fusion.by-header");
        }
        return keys;
    }

    /// Whether a set can be laid over another.
    static boolean canBeLaidOver(DisplaySet set) {
        return set.isVolume()
                && set.frames().getFirst().hasGeometry()
                && set.frames().getFirst().format().samplesPerPixel() == 1;
    }
}
