package org.readingroom.viewer.hanging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import org.readingroom.viewer.viewport.Layout;

/// What is on the screen at once, one stage of a protocol: Display Set Presentation Group (0072,0204).
///
/// `tiled` shows consecutive images of the first view's set in all of them: Image Box Layout Type
/// (0072,0304) TILED. `fills` lets sets that no view asked for come into views that found nothing.
///
/// **Order:** `views` row by row; those that are missing are empty and filled as `fills` says.
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record PresentationGroup(
        LocalName description, int rows, int columns, List<HangingView> views, boolean fills, boolean tiled) {
    public PresentationGroup {
        description = description == null ? LocalName.NONE : description;
        views = views == null ? List.of() : List.copyOf(views);
        int room = new Layout(rows, columns).views();
        if (views.size() > room) {
            throw new IllegalArgumentException(views.size() + " views in a layout of " + rows + "x" + columns);
        }
    }

    public Layout layout() {
        return new Layout(rows, columns);
    }

    /// Whether it asks for anything of an earlier study.
    public boolean asksForPriors() {
        return views.stream()
                .flatMap(view -> view.imageSets().stream())
                .anyMatch(selector -> selector.abstractPriorValue() > 0);
    }

    /// Whether views of it move together.
    public boolean isLinked() {
        return views.stream()
                .map(view -> view.opening().synchronizedScrollingGroup())
                .filter(number -> number > 0)
                .collect(Collectors.groupingBy(number -> number, Collectors.counting()))
                .values()
                .stream()
                .anyMatch(count -> count > 1);
    }
}
