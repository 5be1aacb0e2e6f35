package org.readingroom.desktop.reading;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.ui.EvidenceGuide;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
import org.readingroom.viewer.model.FrameRef;
import org.readingroom.viewer.viewport.PlaneKind;

/// Goes to the place in the images that a sentence rests on, as it was seen.
final class DeskEvidence implements EvidenceGuide {
    private final ReadingDeskModel desk;
    private final MarksModel marks;

    DeskEvidence(ReadingDeskModel desk, MarksModel marks) {
        this.desk = desk;
        this.marks = marks;
    }

    @Override
    public void goTo(EvidenceAnchor anchor) {
        for (OpenSet set : desk.sets()) {
            if (!set.displaySet().series().equals(anchor.series()) || !holds(set, anchor)) {
                continue;
            }
            show(set, indexOf(set, anchor.frame()), anchor.window());
            if (anchor.annotation() != null) {
                marks.select(anchor.annotation());
            }
            return;
        }
    }

    private void show(OpenSet set, int frame, @Nullable AnchorWindow window) {
        ViewportModel view = desk.activeProperty().get();
        if (view.setProperty().get() != set) {
            desk.show(set);
        }
        if (frame >= 0) {
            view.cut(PlaneKind.ACQUIRED);
            view.goTo(frame);
        }
        if (window != null) {
            view.window(window(window, set.factor()));
        }
    }

    /// Whether the set is the one that the evidence was seen in: a series may hold several, such as phases.
    private boolean holds(OpenSet set, EvidenceAnchor anchor) {
        if (anchor.frame() != null) {
            return indexOf(set, anchor.frame()) >= 0;
        }
        return Optional.ofNullable(anchor.annotation())
                .flatMap(marks::find)
                .flatMap(mark -> mark.placement().displaySetFrame())
                .map(frame -> indexOf(set, frame) >= 0)
                .orElse(true);
    }

    private static int indexOf(OpenSet set, @Nullable FrameRef wanted) {
        List<ImageFrame> frames = set.displaySet().frames();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).ref().equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /// A kept window is over the values of the file; the set may be read in another unit.
    private static Voi window(AnchorWindow kept, double factor) {
        Voi.Function function = kept.width() < 1 ? Voi.Function.LINEAR_EXACT : Voi.Function.LINEAR;
        Voi.Window inFile = new Voi.Window(kept.center(), kept.width(), function, "");
        return factor == 1 ? inFile : inFile.scaled(factor).orElse(inFile);
    }
}
