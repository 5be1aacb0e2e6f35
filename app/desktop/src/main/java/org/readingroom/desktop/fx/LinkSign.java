package org.readingroom.desktop.fx;

import org.readingroom.desktop.fx.StatusViewModel.Tone;

/// How one link to the hospital stands, in a few words for the status line.
public record LinkSign(String text, Tone tone) {}
