package org.readingroom.desktop.tools;

import java.util.List;
import java.util.Locale;
import org.readingroom.assets.Messages;
import org.readingroom.desktop.desk.ViewContext;

/// What the marks of a view say on the screen, for tests of the whole window.
public final class SeenMarks {
    private SeenMarks() {}

    /// The lines of each label that is not folded, in English.
    public static List<List<String>> words(MarksModel marks, ViewContext view) {
        return MarkScene.of(marks, new MarkSpace(view), Messages.of(Locale.ENGLISH), FakeDesk.TEXT).items().stream()
                .filter(item -> !item.isFolded())
                .map(MarkScene.Item::lines)
                .toList();
    }
}
