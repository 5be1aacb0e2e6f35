package org.readingroom.report.register;

import java.time.Instant;
import org.readingroom.report.suggest.SuggestionAct;

/// An act as the ledger holds it: who and when. `who` is a person's name.
public record NotedAct(SuggestionAct act, String who, Instant at) {}
