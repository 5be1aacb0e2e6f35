package org.readingroom.desktop.worklist;

import org.readingroom.desktop.fx.Words;
import org.readingroom.services.reading.Awaited;

/// What a report waits for, said to whoever looks.
record AwaitedWords(Words words) {
    String said(Awaited what, ListSight sight) {
        boolean isMine = what.isOf(sight.me().id());
        return words.get(what.messageKey(isMine), what.name());
    }
}
