package org.readingroom.desktop.desk;

import java.util.List;

/// What can be laid over the set in the active view: other volumes of the same patient.
final class FusionPartners {
    private FusionPartners() {}

    /// **Order:** that of the thumbnails.
    static List<OpenSet> of(ReadingDeskModel desk) {
        OpenSet base = desk.activeProperty().get().setProperty().get();
        return desk.sets().stream()
                .filter(set -> base != null && set != base && ViewAdditions.canBeLaidOver(set.displaySet()))
                .filter(set -> desk.studies().mayBeJoined(base.displaySet(), set.displaySet()))
                .toList();
    }
}
