/// Brings pictures from the archive into the local store: in the order a reader needs them, verified, within a
/// quota. First class to read: `StudyFetcher`.
@NullMarked
package org.readingroom.services.fetch;

import org.jspecify.annotations.NullMarked;
