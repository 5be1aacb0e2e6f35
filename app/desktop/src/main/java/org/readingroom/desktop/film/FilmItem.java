package org.readingroom.desktop.film;

import org.readingroom.desktop.desk.TakenPicture;

/// One picture on the film; two takings of the same picture are two items.
record FilmItem(long id, TakenPicture picture) {}
