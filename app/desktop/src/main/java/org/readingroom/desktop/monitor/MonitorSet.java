package org.readingroom.desktop.monitor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The screens that are connected together: what window places are remembered for.
// [impl->req~desk.windows-remembered~1]
public record MonitorSet(List<Monitor> monitors) {
    /// chosen: as much of a window as a hand needs to take it by.
    private static final double GRIP = 80;

    /// **Order:** `monitors` from left to right, then down.
    public MonitorSet {
        monitors = monitors.stream()
                .sorted(Comparator.comparingInt(Monitor::x).thenComparingInt(Monitor::y))
                .toList();
        if (monitors.isEmpty()) {
            throw new IllegalArgumentException("no monitor");
        }
    }

    public static MonitorSet now() {
        return new MonitorSet(Monitor.all());
    }

    /// The same for the same screens in the same places, whatever the order in which they were found.
    public String fingerprint() {
        return monitors.stream().map(Monitor::id).collect(Collectors.joining("_"));
    }

    /// Whether a window can be seen and taken hold of: enough of its upper edge lies on a screen.
    public boolean isVisible(WindowPlace place) {
        return monitors.stream().anyMatch(one -> one.shared(place.x(), place.y(), place.width(), 30) >= GRIP * 20);
    }

    /// `place`, or the same size as far as it fits in the middle of the first screen, where nobody would see it.
    public WindowPlace seen(WindowPlace place) {
        if (isVisible(place)) {
            return place;
        }
        Monitor first = monitors.getFirst();
        double width = Math.min(place.width(), first.width());
        double height = Math.min(place.height(), first.height());
        return new WindowPlace(
                first.x() + (first.width() - width) / 2, first.y() + (first.height() - height) / 2, width, height);
    }

    /// The whole of the screen after the one that most of `place` is on; round to the first.
    public WindowPlace onNext(WindowPlace place) {
        Monitor here = StandingMonitor.most(monitors, place.x(), place.y(), place.width(), place.height());
        return whole(monitors.get((monitors.indexOf(here) + 1) % monitors.size()));
    }

    /// The whole of the first screen that none of `taken` stands on; half of the last where there is none.
    public WindowPlace free(List<WindowPlace> taken) {
        List<Monitor> used = taken.stream()
                .map(p -> StandingMonitor.most(monitors, p.x(), p.y(), p.width(), p.height()))
                .toList();
        return monitors.stream()
                .filter(one -> !used.contains(one))
                .findFirst()
                .map(MonitorSet::whole)
                .orElseGet(() -> half(monitors.getLast()));
    }

    private static WindowPlace whole(Monitor one) {
        return new WindowPlace(one.x(), one.y(), one.width(), one.height());
    }

    private static WindowPlace half(Monitor one) {
        return new WindowPlace(one.x() + one.width() / 2.0, one.y(), one.width() / 2.0, one.height());
    }
}
