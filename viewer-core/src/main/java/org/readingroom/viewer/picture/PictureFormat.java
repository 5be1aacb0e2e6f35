package org.readingroom.viewer.picture;

import java.util.Locale;

/// In what kind of file a picture lies.
public enum PictureFormat {
    PNG,
    JPEG,
    TIFF;

    /// The end of file names.
    public String ending() {
        return this == JPEG ? ".jpg" : this == TIFF ? ".tif" : ".png";
    }

    /// As ImageIO knows it.
    String writer() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it keeps 16 bits of grey.
    public boolean isDeep() {
        return this != JPEG;
    }
}
