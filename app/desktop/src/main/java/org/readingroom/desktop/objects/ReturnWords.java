package org.readingroom.desktop.objects;

import org.readingroom.assets.Messages;

/// What the series of objects made here are called, in the language of the reader.
record ReturnWords(String measurements, String presentation, String marks, String keyImages, String segmentation) {
    static ReturnWords of(Messages words) {
        return new ReturnWords(
                words.get("desktop.returned.series.measurements"),
                words.get("desktop.returned.series.presentation"),
                words.get("desktop.returned.series.marks"),
                words.get("desktop.returned.series.key-images"),
                words.get("desktop.returned.series.segmentation"));
    }
}
