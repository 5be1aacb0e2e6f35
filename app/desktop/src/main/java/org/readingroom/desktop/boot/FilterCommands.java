package org.readingroom.desktop.boot;

import javafx.beans.binding.Bindings;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.readingroom.desktop.command.CommandRegistry;
import org.readingroom.desktop.command.Shortcuts;
import org.readingroom.desktop.fx.SheetLayer;
import org.readingroom.desktop.fx.StatusViewModel.Tone;
import org.readingroom.desktop.worklist.FilterShelf;
import org.readingroom.services.reading.SavedFilter;

/// Keeping and forgetting what the list shows.
record FilterCommands(Surroundings around, ListPlace list, SheetLayer sheets) {
    void addTo(CommandRegistry commands) {
        CommandList own = new CommandList(commands);
        FilterShelf shelf = list.shelf();
        own.add(
                "filter.save",
                Shortcuts.key(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                list.model().loadedProperty(),
                this::save);
        own.add(
                "filter.forget",
                null,
                Bindings.createBooleanBinding(
                        () -> shelf.on().isPresent(),
                        shelf.filters(),
                        list.model().filterProperty(),
                        list.model().chipProperty()),
                () -> shelf.on().ifPresent(shelf::forget));
    }

    private void save() {
        String before = list.shelf().on().map(SavedFilter::name).orElse("");
        LineSheet.show(sheets, around.words(), "desktop.filter.title", "desktop.filter.name", before, name -> {
            boolean isKept = list.shelf().keep(name);
            around.status()
                    .say(
                            isKept ? Tone.DONE : Tone.ATTENTION,
                            isKept
                                    ? around.words().get("desktop.filter.kept", name.strip())
                                    : around.words().get("desktop.filter.not-kept", SavedFilter.LONGEST_NAME));
        });
    }
}
