package org.readingroom.desktop.desk;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;

/// The place in the patient under the pointer, shown in every other view of its frame of reference, which
/// goes to the slice that holds it.
///
/// **Space:** patient, mm. **Thread:** FX.
// [impl->req~desk.cursor-3d~1]
public final class PointCursor {
    private static final double SAME_MM = 1e-3;

    private final ReadingDeskModel desk;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private @Nullable Vec3 place;
    private @Nullable DisplaySet chosenIn;

    PointCursor(ReadingDeskModel desk) {
        this.desk = desk;
        shown.addListener(o -> {
            forget();
            desk.repaintMarks();
        });
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// Begins or ends to follow the pointer; where no other view can show its places, says why.
    void toggle() {
        shown.set(!shown.get());
        DisplaySet here = desk.activeSet().orElse(null);
        if (shown.get() && here != null && desk.crosshair().views(here).size() < 2) {
            desk.links().tell("desk.cursor.no-other");
        }
    }

    void forget() {
        place = null;
        chosenIn = null;
    }

    /// The pointer is over a place of `set`; views of the same frame of reference go to its slice.
    void moveTo(DisplaySet set, Vec3 pPatient) {
        place = pPatient;
        chosenIn = set;
        desk.links()
                .quietly(() -> desk.crosshair().views(set).stream()
                        .filter(view -> !holds(view, pPatient))
                        .forEach(view -> view.goTo(pPatient)));
        desk.repaintMarks();
    }

    /// A view that shows the place stays: of frames taken at one place it would go to the first.
    private static boolean holds(ViewportModel view, Vec3 pPatient) {
        return view.plane()
                .map(plane -> Math.abs(plane.normal().dot(pPatient.minus(plane.centre()))) < SAME_MM)
                .orElse(false);
    }

    /// The place, where it means something in `set`.
    Optional<Vec3> place(DisplaySet set) {
        DisplaySet from = chosenIn;
        if (from == null || !shown.get()) {
            return Optional.empty();
        }
        FrameOfReferenceUid reference = from.frames().getFirst().frameOfReference();
        boolean isShared = reference != null
                && reference.equals(set.frames().getFirst().frameOfReference())
                && desk.studies().mayBeJoined(from, set);
        return isShared ? Optional.ofNullable(place) : Optional.empty();
    }
}
