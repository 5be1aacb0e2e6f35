package org.readingroom.desktop.shell;

/// What the patient bar says: who is on the screen. Words only, already in the language of the window.
public record PatientLine(String name, String facts, String study) {}
