package org.readingroom.report.ui.suggest;

import org.readingroom.report.suggest.SourceCard;
import org.readingroom.report.suggest.Suggestion;

/// A suggestion and who made it.
public record Offered(SourceCard card, Suggestion suggestion) {}
