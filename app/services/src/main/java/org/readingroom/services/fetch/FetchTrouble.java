package org.readingroom.services.fetch;

/// Why a study does not come on.
///
/// `messageKey` is a line of the message bundles. `refused` counts instances that were not taken because they are not
/// what they should be. `isRetried` says that the fetcher will try again by itself.
public record FetchTrouble(String messageKey, int refused, boolean isRetried) {}
