package org.readingroom.desktop.hanging;

import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel;
import org.readingroom.desktop.fx.Words;

final class ProtocolsSheet {
    ProtocolsSheet(HangingShelfActions shelf, SheetLayer sheets, StatusViewModel status, Words words) {}

    void show() {}
}
