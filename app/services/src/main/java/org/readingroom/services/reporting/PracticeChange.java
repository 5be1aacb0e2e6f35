package org.readingroom.services.reporting;

import java.time.Instant;
import org.readingroom.services.identity.Practice;

/// One correction of what is on record of a person as a physician: who, when, from what to what, and why.
public record PracticeChange(String byUserId, String by, Instant at, Practice from, Practice to, String reason) {}
