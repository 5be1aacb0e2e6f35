package org.readingroom.viewer.display;

import java.util.Locale;

/// How long one frame of a cine stays before the next, and which attribute says so.
///
/// `swings` says that the file wants to be played to and fro rather than from the start again.
///
/// **Range:** `ms` is above zero; 0 with [Source#NONE].
public record FrameTime(double ms, Source source, boolean swings) {
    public static final FrameTime UNKNOWN = new FrameTime(0, Source.NONE, false);

    /// Where the time was found, the surest first.
    public enum Source {
        /// Frame Time (0018,1063).
        FRAME_TIME,
        /// Frame Time Vector (0018,1065).
        FRAME_TIME_VECTOR,
        /// Recommended Display Frame Rate (0008,2144).
        DISPLAY_RATE,
        /// Cine Rate (0018,0040).
        CINE_RATE,
        /// No attribute says it.
        NONE;

        /// Message key of the attribute's name.
        public String messageKey() {
            return "viewer.frame-time." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
