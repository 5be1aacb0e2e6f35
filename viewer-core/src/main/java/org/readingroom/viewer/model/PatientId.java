package org.readingroom.viewer.model;

/// Patient ID (0010,0020) with its issuer (0010,0021); the issuer is empty when the file names none.
public record PatientId(String value, String issuer) {}
