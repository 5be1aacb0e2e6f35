package org.readingroom.desktop.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.LinkSpaces.Way;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.geometry.AffineMap;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.task.Lane;
import org.readingroom.viewer.task.Priority;
import org.readingroom.viewer.task.TaskRunner;
import org.readingroom.viewer.viewport.DataPresentation;
import org.readingroom.viewer.viewport.PlaneFollowing;
import org.readingroom.viewer.viewport.ViewPlane;
import org.readingroom.viewer.viewport.ViewPresentation;

/// Views that move together: the one under the hand leads, those of the same patient that can follow do.
///
/// **Thread:** FX.
// [impl->req~desk.linked-scroll~1]
// [impl->req~desk.linked-look~1]
public final class ViewLinks {
    private final ReadingDeskModel desk;
    private final TaskRunner tasks;
    private final LinkSwitches switches = new LinkSwitches();
    private final LinkSpaces spaces;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(0);
    private final Map<ViewportModel, InvalidationListener> windows = new HashMap<>();
    private Consumer<String> teller = key -> {};
    private boolean driving;

    ViewLinks(ReadingDeskModel desk, TaskRunner tasks) {
        this.desk = desk;
        this.tasks = tasks;
        this.spaces = new LinkSpaces(desk);
        desk.eachView(this::follow);
        switches.onProperty().addListener(o -> switched());
        switches.parts().forEach(part -> part.on().addListener(o -> switched()));
        desk.studies().all().addListener((InvalidationListener) o -> changed());
        desk.activeProperty().addListener(o -> changed());
    }

    private void follow(ViewportModel view) {
        view.stateProperty().addListener(o -> lead(view, this::scroll));
        view.presentationProperty().addListener((o, before, after) -> lead(view, lead -> look(lead, before, after)));
        view.fitProperty().addListener(o -> fitted(view));
        InvalidationListener window = o -> lead(view, this::window);
        windows.put(view, window);
        view.setProperty().addListener((o, before, after) -> reset(view, before, after));
        reset(view, null, view.setProperty().get());
    }

    private void reset(ViewportModel view, @Nullable OpenSet before, @Nullable OpenSet after) {
        InvalidationListener window = Objects.requireNonNull(windows.get(view));
        if (before != null) {
            before.presentationProperty().removeListener(window);
        }
        if (after != null) {
            after.presentationProperty().addListener(window);
            join(view);
        }
        changed();
    }

    LinkSwitches switches() {
        return switches;
    }

    /// Whether views move together at all.
    public boolean isOn() {
        return switches.onProperty().get();
    }

    public void turn(boolean on) {
        switches.onProperty().set(on);
    }

    /// Counts whatever makes what a view says about its link another one.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private void switched() {
        if (switches.onProperty().get()) {
            all(desk.activeProperty().get());
        }
        changed();
    }

    void clear() {
        spaces.clear();
        changed();
    }

    /// The way from one view to another, where one moves the other at all; nothing where their planes look
    /// elsewhere.
    Optional<Way> way(ViewportModel from, ViewportModel to) {
        OpenSet one = from.setProperty().get();
        OpenSet two = to.setProperty().get();
        Optional<ViewPlane> lead = from.plane();
        Optional<ViewPlane> plane = to.plane();
        if (one == null || two == null || lead.isEmpty() || plane.isEmpty()) {
            return Optional.empty();
        }
        return spaces.between(one, two, plane.get().normal())
                .filter(way -> PlaneFollowing.areNearlyParallel(lead.get(), plane.get(), way.map()));
    }

    /// Whether nothing but a shift between their frames of reference is missing for one to follow the other.
    boolean isOnlyUnset(ViewportModel from, ViewportModel to) {
        OpenSet one = from.setProperty().get();
        OpenSet two = to.setProperty().get();
        Optional<ViewPlane> plane = to.plane();
        return one != null
                && two != null
                && plane.isPresent()
                && spaces.between(one, two, plane.get().normal()).isEmpty()
                && PlaneFollowing.areNearlyParallel(from.plane().orElseThrow(), plane.get(), AffineMap.IDENTITY);
    }

    /// That what the active view and the others of its patient show now is the same place.
    // [impl->req~desk.same-place~1]
    void samePlace() {
        ViewportModel active = desk.activeProperty().get();
        OpenSet lead = active.setProperty().get();
        Optional<ViewPlane> plane = active.plane();
        int told = 0;
        if (lead == null || plane.isEmpty()) {
            tell("desk.link.none-to-join");
            return;
        }
        for (ViewportModel view : desk.visible()) {
            OpenSet set = view.setProperty().get();
            Optional<ViewPlane> other = view.plane();
            if (view != active
                    && set != null
                    && other.isPresent()
                    && canBeShifted(lead, set, plane.get(), other.get())) {
                Vec3 normal = other.get().normal();
                spaces.set(
                        lead, set, PlaneFollowing.samePlace(plane.get(), other.get(), spaces.shift(lead, set)), normal);
                told++;
            }
        }
        if (told > 0) {
            switches.onProperty().set(true);
        }
        tell(told > 0 ? "desk.link.joined" : "desk.link.none-to-join");
        changed();
    }

    /// Places of one study in one frame of reference are the same already; those of an alignment were found
    /// better than by eye.
    private boolean canBeShifted(OpenSet lead, OpenSet set, ViewPlane plane, ViewPlane other) {
        return !spaces.isExact(lead, set)
                && desk.studies().mayBeJoined(lead.displaySet(), set.displaySet())
                && PlaneFollowing.areNearlyParallel(plane, other, AffineMap.IDENTITY);
    }

    /// Does what moves views itself: none of them leads the others meanwhile.
    void quietly(Runnable moves) {
        boolean before = driving;
        driving = true;
        try {
            moves.run();
        } finally {
            driving = before;
        }
    }

    /// `told` is given message keys of what was refused and why.
    public void setTeller(Consumer<String> told) {
        teller = told;
    }

    void tell(String messageKey) {
        teller.accept(messageKey);
    }

    private void lead(ViewportModel view, Consumer<ViewportModel> move) {
        boolean isFree =
                !driving && switches.onProperty().get() && !desk.tiling().isOn();
        // what plays elsewhere does not pull at the view under the hand
        boolean isUnderHand =
                view == desk.activeProperty().get() && desk.visible().contains(view);
        if (isFree && isUnderHand && view.setProperty().get() != null) {
            quietly(() -> move.accept(view));
        }
    }

    private void all(ViewportModel lead) {
        lead(lead, view -> {
            scroll(view);
            ViewPresentation look = view.presentationProperty().get();
            look(view, look, look);
            window(view);
        });
    }

    /// A set that comes to a view goes where the others are.
    private void join(ViewportModel view) {
        ViewportModel active = desk.activeProperty().get();
        if (view != active && desk.visible().contains(view)) {
            all(active);
        }
    }

    /// How large a picture is at zoom 1 is known once it was asked for, in the middle of a layout.
    private void fitted(ViewportModel view) {
        if (switches.isOn(switches.zoomProperty())
                && view != desk.activeProperty().get()) {
            tasks.start(
                    Lane.FX,
                    Priority.ON_SCREEN,
                    () -> lead(desk.activeProperty().get(), lead -> {
                        ViewPresentation look = lead.presentationProperty().get();
                        look(lead, look, look);
                    }));
        }
    }

    private List<ViewportModel> others(ViewportModel lead) {
        return desk.visible().stream()
                .filter(view -> view != lead && view.setProperty().get() != null && view.isFlat())
                .toList();
    }

    private void scroll(ViewportModel lead) {
        Optional<ViewPlane> plane = lead.plane();
        if (!switches.scrollProperty().get() || plane.isEmpty()) {
            return;
        }
        for (ViewportModel view : others(lead)) {
            way(lead, view)
                    .flatMap(way ->
                            PlaneFollowing.place(plane.get(), view.plane().orElseThrow(), way.map()))
                    .ifPresent(view::goTo);
        }
        changed();
    }

    private void look(ViewportModel lead, ViewPresentation before, ViewPresentation after) {
        for (ViewportModel view : others(lead)) {
            if (mayBeJoined(lead, view)) {
                ViewPresentation look = view.presentationProperty().get();
                if (switches.zoomProperty().get()) {
                    look = LinkedLook.zoomed(lead, view, look);
                }
                if (switches.panProperty().get()) {
                    look = LinkedLook.panned(lead, view, way(lead, view), look, before, after);
                }
                view.presentationProperty().set(look);
            }
        }
    }

    private boolean mayBeJoined(ViewportModel one, ViewportModel two) {
        return one.displaySet()
                .flatMap(set -> two.displaySet().map(other -> desk.studies().mayBeJoined(set, other)))
                .orElse(false);
    }

    private void window(ViewportModel lead) {
        OpenSet set = lead.setProperty().get();
        Optional<Voi> voi = lead.voi().filter(Voi.Window.class::isInstance);
        if (!switches.windowProperty().get() || set == null || voi.isEmpty()) {
            return;
        }
        for (ViewportModel view : others(lead)) {
            OpenSet other = view.setProperty().get();
            if (other != null && other != set && mayBeJoined(lead, view) && areAlike(set, other)) {
                DataPresentation data = other.presentationProperty().get();
                if (!voi.get().equals(data.voi())) {
                    other.presentationProperty().set(data.withVoi(voi.get()));
                }
            }
        }
    }

    /// A window means the same only over values of one kind and unit.
    static boolean areAlike(OpenSet one, OpenSet two) {
        return one.displaySet().modality().equals(two.displaySet().modality())
                && one.unit(0).equals(two.unit(0));
    }
}
