package org.readingroom.desktop.film;

import org.readingroom.desktop.settings.WindowMemory;
import org.readingroom.viewer.film.FilmLayout;
import org.readingroom.viewer.film.PageOrientation;
import org.readingroom.viewer.film.PageSetup;
import org.readingroom.viewer.film.PageSize;
import org.readingroom.viewer.film.Sizing;

/// How the last film was made, for the next one.
final class FilmSettings {
    private static final String PREFIX = "film.";

    private FilmSettings() {}

    static FilmDocument remembered(WindowMemory memory) {
        FilmDocument usual = FilmDocument.EMPTY;
        PageSetup setup = usual.setup();
        FilmLayout layout =
                memory.text(PREFIX + "layout").flatMap(FilmLayout::ofTerm).orElse(setup.layout());
        setup = setup.with(choice(memory, "size", PageSize.class, setup.size()))
                .with(choice(memory, "orientation", PageOrientation.class, setup.orientation()))
                .with(layout);
        return usual.with(setup)
                .with(choice(memory, "sizing", Sizing.class, usual.sizing()))
                .withMarks(memory.fact(PREFIX + "marks", true))
                .withWords(memory.fact(PREFIX + "words", true));
    }

    static void keep(FilmDocument film, WindowMemory memory) {
        memory.keep(PREFIX + "layout", film.setup().layout().term());
        memory.keep(PREFIX + "size", film.setup().size().name());
        memory.keep(PREFIX + "orientation", film.setup().orientation().name());
        memory.keep(PREFIX + "sizing", film.sizing().name());
        memory.keep(PREFIX + "marks", film.hasMarks());
        memory.keep(PREFIX + "words", film.hasWords());
    }

    private static <E extends Enum<E>> E choice(WindowMemory memory, String key, Class<E> of, E otherwise) {
        String name = memory.text(PREFIX + key).orElse("");
        for (E each : of.getEnumConstants()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return otherwise;
    }
}
