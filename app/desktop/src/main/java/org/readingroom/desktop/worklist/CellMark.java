package org.readingroom.desktop.worklist;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// What a cell of the list says: words, perhaps with a shape before them, in a tone; `tip` says it in full. Shape and
/// words stand without the colour.
record CellMark(@Nullable Ikon icon, String tone, String text, String tip) {
    static CellMark of(String text) {
        return new CellMark(null, "plain", text, "");
    }
}
