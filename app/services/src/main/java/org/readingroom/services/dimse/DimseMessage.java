package org.readingroom.services.dimse;

import org.jspecify.annotations.Nullable;

/// One message: a command, and the bytes of its data set when it has one.
///
/// **Source:** DICOM PS3.7 section 6.3.
public record DimseMessage(int contextId, CommandSet command, byte @Nullable [] dataSet) {}
