package org.readingroom.services.home;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.reading.DraftRescue;
import org.readingroom.services.store.DraftSalvage;
import org.readingroom.services.store.DraftTable;

/// A reports file that is damaged: its drafts are saved elsewhere first, then it is told. It is not changed.
// [impl->req~report.draft.rescued~1]
final class DamagedDocuments {
    private DamagedDocuments() {}

    static HomeException told(Path file, DraftRescue rescue) {
        int saved = 0;
        Path folder = file.resolveSibling("rescue");
        for (DraftTable.Row draft : DraftSalvage.drafts(file)) {
            Optional<Path> kept = rescue.keep(draft);
            if (kept.isPresent()) {
                saved++;
                folder = kept.get().getParent();
            }
        }
        return saved == 0
                ? new HomeException("services.home.documents-damaged", List.of(file.toString()), "damaged", null)
                : new HomeException(
                        "services.home.documents-damaged-rescued",
                        List.of(file.toString(), saved, String.valueOf(folder)),
                        "damaged, " + saved + " drafts saved",
                        null);
    }
}
