package org.readingroom.desktop.reading;

import java.util.List;
import org.readingroom.desktop.desk.OpenSet;
import org.readingroom.desktop.desk.ReadingDeskModel;
import org.readingroom.desktop.desk.ViewportModel;
import org.readingroom.desktop.tools.MarksModel;
import org.readingroom.report.model.AnchorWindow;
import org.readingroom.report.model.EvidenceAnchor;
import org.readingroom.report.ui.EvidenceGuide;
import org.readingroom.viewer.display.ImageFrame;
import org.readingroom.viewer.display.Voi;
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
            if (!set.displaySet().series().equals(anchor.series())) {
                continue;
            }
            int frame = frame(set, anchor);
            if (anchor.frame() != null && frame < 0) {
                continue;
            }
            show(set, frame, anchor.window());
            if (anchor.annotation() != null) {
                marks.select(anchor.annotation());
            }
            return;
        }
    }

    private void show(OpenSet set, int frame, @org.jspecify.annotations.Nullable AnchorWindow window) {
        ViewportModel view = desk.activeProperty().get();
        if (view.setProperty().get() != set) {
            desk.show(set);
        }
        if (frame >= 0) {
            view.cut(PlaneKind.ACQUIRED);
            view.goTo(frame);
        }
        if (window != null) {
            view.window(Voi.Window.linear(window.center(), window.width()));
        }
    }

    private static int frame(OpenSet set, EvidenceAnchor anchor) {
        List<ImageFrame> frames = set.displaySet().frames();
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).ref().equals(anchor.frame())) {
                return i;
            }
        }
        return -1;
    }
}
