package org.readingroom.desktop.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.LinkSpaces.Way;
import org.readingroom.viewer.geometry.Vec3;
import org.readingroom.viewer.viewport.PlaneFollowing;
import org.readingroom.viewer.viewport.ViewPlane;

/// What a view says about its link: in what it moves with the active one, by what their places are known,
/// how far its slice is from the place, or why it does not move.
// [impl->req~desk.link-told~1]
final class LinkWords {
    /// chosen: less than this apart is the same place.
    private static final double SAME_MM = 0.05;

    private final Messages words;

    LinkWords(Messages words) {
        this.words = words;
    }

    /// Empty while views are not linked, and where one stands alone.
    String of(ReadingDeskModel desk, ViewportModel view) {
        ViewLinks links = desk.links();
        ViewportModel active = desk.activeProperty().get();
        boolean isAlone = desk.visible().size() < 2 || desk.tiling().isOn();
        if (!links.switches().onProperty().get() || isAlone || view.displaySet().isEmpty()) {
            return "";
        }
        List<String> parts = links.switches().parts().stream()
                .filter(part -> part.on().get())
                .map(part -> words.get("desk.link." + part.name()))
                .toList();
        String linked = words.get("desk.link.on", String.join(words.get("desk.corner.and"), parts));
        if (view == active || active.displaySet().isEmpty()) {
            return linked;
        }
        if (!desk.studies()
                .mayBeJoined(
                        active.displaySet().orElseThrow(), view.displaySet().orElseThrow())) {
            return words.get("desk.link.other-patient");
        }
        return links.switches().scrollProperty().get() ? linked + "\n" + place(links, active, view) : linked;
    }

    private String place(ViewLinks links, ViewportModel active, ViewportModel view) {
        Optional<ViewPlane> lead = active.plane();
        Optional<ViewPlane> plane = view.plane();
        if (lead.isEmpty() || plane.isEmpty()) {
            return words.get("desk.link.no-place");
        }
        Optional<Way> way = links.way(active, view);
        if (way.isEmpty()) {
            return words.get(links.isOnlyUnset(active, view) ? "desk.link.other-frame" : "desk.link.other-plane");
        }
        String kind = words.get("desk.link.kind." + way.get().kind().name().toLowerCase(Locale.ROOT));
        Vec3 there = PlaneFollowing.place(lead.get(), plane.get(), way.get().map())
                .orElse(plane.get().centre());
        double apart = there.distanceTo(plane.get().centre());
        return apart < SAME_MM ? kind : words.get("desk.link.apart", kind, String.format(Locale.ROOT, "%.1f", apart));
    }
}
