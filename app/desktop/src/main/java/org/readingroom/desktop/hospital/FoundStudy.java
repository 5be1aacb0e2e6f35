package org.readingroom.desktop.hospital;

import org.readingroom.services.fetch.Readiness;
import org.readingroom.viewer.model.Study;

/// A study the archive has, and how much of it is here; `isComing` once it was asked for.
public record FoundStudy(Study study, Readiness readiness, boolean isComing) {}
