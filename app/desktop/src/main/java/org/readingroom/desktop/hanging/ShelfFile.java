package org.readingroom.desktop.hanging;

import java.io.IOException;
import java.util.List;
import org.readingroom.viewer.hanging.HangingProtocol;
import org.readingroom.viewer.hanging.ProtocolFile;

/// A shelf as text: a line with what it does, then its protocols as [ProtocolFile] writes them.
final class ShelfFile {
    private static final String ON = "#hangs-on-opening=true\n";
    private static final String OFF = "#hangs-on-opening=false\n";

    private ShelfFile() {}

    static String write(ShelfState shelf) {
        return (shelf.hangsOnOpening() ? ON : OFF) + ProtocolFile.write(shelf.protocols());
    }

    static ShelfState read(String text) throws IOException {
        boolean isOff = text.startsWith(OFF);
        String json = isOff ? text.substring(OFF.length()) : text.startsWith(ON) ? text.substring(ON.length()) : text;
        List<HangingProtocol> protocols = ProtocolFile.read(json);
        return new ShelfState(!isOff, protocols);
    }
}
