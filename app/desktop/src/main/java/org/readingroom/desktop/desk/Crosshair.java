package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.DisplaySet;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.model.FrameOfReferenceUid;
import org.readingroom.viewer.viewport.ViewPlane;

/// One place in the patient that all views of one frame of reference share.
///
/// Scrolling a view takes the place along, so that it always lies in the picture under the hand.
///
/// **Space:** patient, mm. **Thread:** FX.
// [impl->req~desk.crosshair~1]
public final class Crosshair {
    private final ReadingDeskModel desk;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private @Nullable Vec3 place;
    private @Nullable FrameOfReferenceUid reference;
    private @Nullable DisplaySet chosenIn;
    private boolean moving;

    Crosshair(ReadingDeskModel desk) {
        this.desk = desk;
        desk.eachView(view -> view.stateProperty().addListener((o, before, after) -> follow(view)));
        shown.subscribe(now -> {
            if (now) {
                start();
            }
            desk.repaintMarks();
        });
    }

    public BooleanProperty shownProperty() {
        return shown;
    }

    /// The place, where `set` shares the frame of reference it was chosen in.
    Optional<Vec3> place(DisplaySet set) {
        if (place == null && shown.get()) {
            start();
        }
        return reference != null && reference.equals(referenceOf(set)) && isOfPatient(set)
                ? Optional.ofNullable(place)
                : Optional.empty();
    }

    /// A place is of one patient, whatever the frame of reference of another's files is called.
    private boolean isOfPatient(DisplaySet set) {
        DisplaySet chosen = chosenIn;
        return chosen == null || desk.studies().mayBeJoined(chosen, set);
    }

    /// Takes every view of the frame of reference of `set` to a place.
    public void moveTo(DisplaySet set, Vec3 pPatient) {
        reference = referenceOf(set);
        chosenIn = set;
        place = pPatient;
        if (reference == null) {
            return;
        }
        moving = true;
        views(set).forEach(view -> view.goTo(pPatient));
        moving = false;
        desk.repaintMarks();
    }

    /// Turns the reformats that stand across `fixed` about its normal, around the place.
    ///
    /// **Units:** radians, by the right hand about `axis`.
    void turn(DisplaySet set, Vec3 axis, double radians) {
        Vec3 pivot = place(set).orElse(null);
        if (pivot == null) {
            return;
        }
        moving = true;
        for (ViewportModel view : views(set)) {
            boolean stands = view.plane()
                    .map(plane -> Math.abs(plane.normal().dot(axis.unit())) < 0.999)
                    .orElse(false);
            if (stands) {
                ViewTurns.turnAbout(view, pivot, axis, radians);
            }
        }
        moving = false;
        desk.repaintMarks();
    }

    /// The visible views that show the frame of reference of `set`.
    List<ViewportModel> views(DisplaySet set) {
        FrameOfReferenceUid wanted = referenceOf(set);
        return desk.visible().stream()
                .filter(view -> {
                    OpenSet open = view.setProperty().get();
                    return wanted != null
                            && open != null
                            && wanted.equals(referenceOf(open.displaySet()))
                            && desk.studies().mayBeJoined(set, open.displaySet());
                })
                .toList();
    }

    private void start() {
        ViewportModel view = desk.activeProperty().get();
        OpenSet open = view.setProperty().get();
        boolean known =
                open != null && place != null && reference != null && reference.equals(referenceOf(open.displaySet()));
        if (open != null && !known) {
            reference = referenceOf(open.displaySet());
            chosenIn = open.displaySet();
            // a cut has no place while its volume is on its way; it is asked for again with the next picture
            place = view.plane().map(ViewPlane::centre).orElse(null);
        }
    }

    private void follow(ViewportModel view) {
        OpenSet open = view.setProperty().get();
        Vec3 held = place;
        if (moving
                || !shown.get()
                || open == null
                || held == null
                || !desk.visible().contains(view)) {
            return;
        }
        if (place(open.displaySet()).isPresent()) {
            view.plane().ifPresent(plane -> {
                Vec3 normal = plane.normal();
                place = held.minus(normal.times(held.minus(plane.centre()).dot(normal)));
            });
        }
        desk.repaintMarks();
    }

    private static @Nullable FrameOfReferenceUid referenceOf(DisplaySet set) {
        return set.frames().getFirst().frameOfReference();
    }
}
