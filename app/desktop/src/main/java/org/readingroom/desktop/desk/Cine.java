package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.display.FrameTime;
import org.readingroom.viewer.display.ImageFrame;

/// Plays the positions of one view, frames or cuts, one after the other.
///
/// Every picture is shown before the next one is due: where the machine cannot keep up the cine is slower than asked
/// and says so, rather than leave pictures out. A frame that cannot be shown is passed and counted. Whoever moves the
/// view meanwhile ends the playing.
///
/// **Thread:** FX; nothing here waits. Time comes from [#tick], so that tests are their own clock.
// [impl->req~desk.cine~1]
final class Cine {
    /// chosen: what radiologists scroll stacks at when nothing says otherwise.
    private static final double UNSTATED_MS = 100;

    /// chosen: a screen shows no more, a person sees no less as motion.
    private static final double FASTEST_MS = 1000.0 / 120;

    private static final double SLOWEST_MS = 2000;

    /// chosen: steps of a factor, through the file's own time.
    private static final List<Double> SPEEDS = List.of(0.125, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0);

    private final ViewportModel view;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(0);
    private final CineRate rate = new CineRate();
    private final Set<Integer> passed = new TreeSet<>();
    private @Nullable CineOrder chosen;
    private @Nullable OpenSet set;
    private CineOrder.Step at = new CineOrder.Step(0, 1);
    private double speed = 1;
    /// 0 until the reader chose a rate.
    private double perSecond;
    /// Null while everything is played.
    private @Nullable CineRange range;
    private long due = Long.MIN_VALUE;

    /// What the corner says: pictures a second as wanted and as reached, whose word it is, and what was left out.
    ///
    /// `reached` is 0 until it is known. `passedKey` is the reason of the last frame left out.
    record Told(
            boolean playing,
            CineOrder order,
            double wanted,
            double reached,
            double speed,
            FrameTime.Source source,
            int passed,
            @Nullable Exception reason,
            @Nullable CineRange range,
            boolean isTyped) {}

    Cine(ViewportModel view) {
        this.view = view;
        view.setProperty().addListener((o, before, after) -> forget());
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /// Counts what changes the words about the cine, but for the rate reached.
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    /// Plays from where the view is, or pauses.
    void toggle() {
        if (playing.get()) {
            pause();
            return;
        }
        OpenSet open = view.setProperty().get();
        if (open == null || !view.isFlat() || view.count() < 2) {
            return;
        }
        set = open;
        CineRange now = range();
        boolean atEnd = order() == CineOrder.ONCE && view.index() == now.last();
        at = new CineOrder.Step(atEnd || !now.holds(view.index()) ? now.first() : view.index(), 1);
        passed.clear();
        rate.clear();
        due = Long.MIN_VALUE;
        view.goTo(at.index());
        playing.set(true);
        changed();
    }

    void pause() {
        if (playing.get()) {
            playing.set(false);
            changed();
        }
    }

    /// The set left the view.
    private void forget() {
        pause();
        set = null;
        chosen = null;
        range = null;
        perSecond = 0;
        speed = 1;
        passed.clear();
        rate.clear();
    }

    /// The reader's choice, else what the file asks for.
    CineOrder order() {
        if (chosen != null) {
            return chosen;
        }
        return time().swings() ? CineOrder.SWING : CineOrder.LOOP;
    }

    void order(CineOrder wanted) {
        chosen = wanted;
        at = new CineOrder.Step(at.index(), 1);
        changed();
    }

    /// What is played: what the reader marked, else everything.
    CineRange range() {
        return range == null ? CineRange.whole(view.count()) : range.within(view.count());
    }

    /// Playing begins here, or ends here.
    void markFirst() {
        range(range().from(view.index(), view.count()));
    }

    void markLast() {
        range(range().to(view.index()));
    }

    void playAll() {
        range(null);
    }

    /// The positions of the set are others now; the range stays on the same frames.
    void renumber(IntUnaryOperator place) {
        at = new CineOrder.Step(place.applyAsInt(at.index()), at.direction());
        if (range != null) {
            range = new CineRange(place.applyAsInt(range.first()), place.applyAsInt(range.last()));
        }
    }

    private void range(@Nullable CineRange wanted) {
        range = wanted == null || wanted.size() < 2 || wanted.equals(CineRange.whole(view.count())) ? null : wanted;
        changed();
    }

    /// So many pictures a second from now on, whatever the file asks for.
    ///
    /// **Range:** as many as the screen and the eye allow; others are taken as the nearest of these.
    void rate(double wantedPerSecond) {
        perSecond = Math.clamp(wantedPerSecond, 1000 / SLOWEST_MS, 1000 / FASTEST_MS);
        speed = 1;
        rate.clear();
        due = Long.MIN_VALUE;
        changed();
    }

    void faster(int steps) {
        speed = SPEEDS.get(Math.clamp(SPEEDS.indexOf(speed) + steps, 0, SPEEDS.size() - 1));
        rate.clear();
        due = Long.MIN_VALUE;
        changed();
    }

    /// Goes on when it is time to. `isShown` says that the picture of the current position is on the screen.
    void tick(long nanos, boolean isShown) {
        if (!playing.get()) {
            return;
        }
        if (view.setProperty().get() != set || !view.isFlat() || view.index() != at.index()) {
            pause();
            return;
        }
        if (!isShown) {
            return;
        }
        if (due == Long.MIN_VALUE) {
            due = nanos + stayNanos();
        }
        if (nanos < due) {
            return;
        }
        Optional<CineOrder.Step> next = next();
        if (next.isEmpty()) {
            return;
        }
        if (next.get().equals(at)) {
            pause();
            return;
        }
        at = next.get();
        view.goTo(at.index());
        rate.shown(nanos);
        // what was missed is not made up for by a burst
        due = Math.max(due, nanos - stayNanos()) + stayNanos();
    }

    /// The next position that can be shown; nothing while it is on its way. Frames with a fault are passed.
    private Optional<CineOrder.Step> next() {
        OpenSet open = set;
        CineRange now = range();
        CineOrder.Step step = at;
        for (int tries = 0; tries < now.size() && open != null; tries++) {
            CineOrder.Step before = step;
            step = order().after(step, now);
            boolean ready = view.stateProperty().get().plane().isReformat()
                    || open.shown(step.index()).isPresent();
            if (ready || step.equals(before)) {
                return Optional.of(step);
            }
            if (open.shownFault(step.index()).isEmpty()) {
                return Optional.empty();
            }
            passed.add(step.index());
        }
        return Optional.of(at);
    }

    private FrameTime time() {
        return view.frame()
                .map(ImageFrame::facts)
                .map(facts -> facts.frameTime())
                .orElse(FrameTime.UNKNOWN);
    }

    private double stayMs() {
        double ms = perSecond > 0 ? 1000 / perSecond : time().ms();
        return Math.clamp((ms > 0 ? ms : UNSTATED_MS) / speed, FASTEST_MS, SLOWEST_MS);
    }

    private long stayNanos() {
        return Math.round(stayMs() * 1e6);
    }

    /// Nothing before the view was played.
    Optional<Told> told() {
        OpenSet open = set;
        if (open == null) {
            return Optional.empty();
        }
        Exception reason = passed.isEmpty()
                ? null
                : open.shownFault(passed.iterator().next()).orElse(null);
        return Optional.of(new Told(
                playing.get(),
                order(),
                1000 / stayMs(),
                playing.get() ? rate.perSecond() : 0,
                speed,
                time().source(),
                passed.size(),
                reason,
                range == null ? null : range(),
                perSecond > 0));
    }
}
