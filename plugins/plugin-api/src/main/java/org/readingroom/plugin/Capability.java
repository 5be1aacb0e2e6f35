package org.readingroom.plugin;

/// Something an application may offer to plug-ins.
public enum Capability {
    /// Pixel operations on one slice, shown as a derived display set.
    PIXEL_OPERATIONS,
    /// Statistics over the pixels of a region of interest.
    ROI_STATISTICS,
    /// Sentences suggested for a report, since 1.1.
    SUGGESTIONS
}
