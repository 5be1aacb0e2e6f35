package org.readingroom.viewer.origin;

import java.time.LocalDateTime;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;

/// What an object made here says of its own making.
///
/// `created` is the time at the desk; `author` the person whose marks they are; `language` a tag of
/// RFC 5646.
public record Origin(
        SopInstanceUid instance,
        SeriesUid series,
        int seriesNumber,
        int instanceNumber,
        String description,
        LocalDateTime created,
        String author,
        String language,
        Device device) {
    /// The program and the installation it runs in. `uid` names the installation for ever.
    public record Device(String uid, String serialNumber, String version) {
        public static final String MANUFACTURER = "Reading Room";
        public static final String MODEL = "Reading Room";
    }
}
