package org.readingroom.viewer.render;

import java.util.List;

/// This picture is beyond the card's limits; others are not.
public final class PictureTooLargeException extends RenderException {
    private static final long serialVersionUID = 1L;

    public PictureTooLargeException(String facts) {
        super("viewer.renderer.too-large", List.of(), facts, null);
    }
}
