package org.readingroom.desktop.worklist;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.readingroom.services.reading.WorklistRow;

/// What the list is put together with: how pictures of the preview are drawn, what shows the request of the selected
/// row, the chips of kept filters, and what is done with rows.
///
/// `giveUp` ends what is being fetched to be opened, and says whether anything was.
public record ListParts(
        PreviewPictures pictures,
        Node request,
        Node saved,
        Consumer<WorklistRow> open,
        BooleanSupplier giveUp,
        Runnable importFiles) {}
