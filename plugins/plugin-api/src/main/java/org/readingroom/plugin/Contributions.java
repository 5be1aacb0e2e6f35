package org.readingroom.plugin;

/// Where a plug-in leaves what it adds.
///
/// An application that lacks a capability answers with [UnsupportedOperationException]; a plug-in that named
/// the capability in [Plugin#requires] never meets that.
public interface Contributions {
    void pixelOperation(PixelOperation operation);

    void roiStatistics(RoiStatisticsProvider provider);

    /// Since 1.1.
    default void suggestions(SuggestionSourceMaker maker) {
        throw new UnsupportedOperationException("suggestions");
    }
}
