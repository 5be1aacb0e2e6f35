package org.readingroom.viewer.film;

/// How a page is held. The names are the defined terms of Film Orientation (2010,0040).
public enum PageOrientation {
    PORTRAIT,
    LANDSCAPE
}
