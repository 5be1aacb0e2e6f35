package org.readingroom.desktop.worklist;

/// A study's critical value as the list shows it: its clock in words, how loud, and in full.
///
/// `isSuspected` for what only a machine took for one: it moves the row up, and shows no clock.
public record CriticalSign(String text, String tone, String tip, boolean isSuspected) {}
