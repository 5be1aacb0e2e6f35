package org.readingroom.desktop.desk;

import java.util.List;
import org.readingroom.viewer.viewport.Layout;
import org.readingroom.viewer.viewport.PlaneKind;

/// One display set in several views at once.
///
/// **Thread:** FX.
final class Arrangements {
    private Arrangements() {}

    /// The active set as axial, coronal and sagittal cuts beside the volume from outside.
    // [impl->req~desk.three-planes~1]
    static void threePlanes(ReadingDeskModel desk) {
        OpenSet set = desk.activeProperty().get().setProperty().get();
        if (set == null) {
            return;
        }
        desk.tiling().stop();
        PlaneKind[] kinds = {PlaneKind.AXIAL, PlaneKind.CORONAL, PlaneKind.SAGITTAL, PlaneKind.ACQUIRED};
        List<ViewportModel> views = desk.views();
        for (int i = 0; i < kinds.length; i++) {
            views.get(i).show(set);
            views.get(i).cut(kinds[i]);
        }
        toggleScene(views.get(kinds.length - 1));
        desk.grid().arrange(Layout.FOUR);
        desk.activate(views.getFirst());
        desk.crosshair().shownProperty().set(true);
    }

    /// The volume of a view from outside, or its flat pictures again.
    static void toggleScene(ViewportModel view) {
        OpenSet set = view.setProperty().get();
        if (!view.isFlat()) {
            view.modeProperty().set(ViewMode.FLAT);
        } else if (set != null && ViewAdditions.canBeLaidOver(set.displaySet())) {
            view.modeProperty()
                    .set(new ViewMode.Scene(SceneLook.opening(set.displaySet().modality())));
        }
    }

    /// Makes room for one more view when `view` stands alone: it becomes the first of two.
    static void beside(ReadingDeskModel desk, ViewportModel view) {
        desk.tiling().stop();
        OpenSet set = view.setProperty().get();
        ViewportModel first = desk.views().getFirst();
        if (view != first) {
            first.show(set);
            first.stateProperty().set(view.stateProperty().get());
            first.presentationProperty().set(view.presentationProperty().get());
        }
        desk.arrange(Layout.TWO_BESIDE);
        desk.activate(first);
    }
}
