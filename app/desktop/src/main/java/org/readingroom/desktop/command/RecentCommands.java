package org.readingroom.desktop.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// The commands last asked for in the palette, the newest first.
///
/// **Thread:** FX.
public final class RecentCommands {
    /// chosen: what fits on the palette without scrolling, less a few to look further.
    private static final int KEPT = 10;

    private final List<String> ids;
    private final Consumer<String> keep;

    /// `text` is what `keep` was given last.
    public RecentCommands(String text, Consumer<String> keep) {
        this.ids = new ArrayList<>(Arrays.stream(text.split(" "))
                .filter(id -> !id.isBlank())
                .limit(KEPT)
                .toList());
        this.keep = keep;
    }

    void used(Command command) {
        ids.remove(command.id());
        ids.addFirst(command.id());
        if (ids.size() > KEPT) {
            ids.removeLast();
        }
        keep.accept(String.join(" ", ids));
    }

    /// Those used of late before the others, which keep their order.
    List<Command> sorted(List<Command> commands) {
        return commands.stream()
                .sorted(Comparator.comparingInt(command -> {
                    int at = ids.indexOf(command.id());
                    return at < 0 ? KEPT : at;
                }))
                .toList();
    }
}
