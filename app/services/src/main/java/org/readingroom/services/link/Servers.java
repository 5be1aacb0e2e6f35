package org.readingroom.services.link;

import org.jspecify.annotations.Nullable;

/// The servers of the hospital that this home is set to; any may be missing.
///
/// `dicomWeb` goes before `dimse` where both are there; `fhir` before `ups`.
public record Servers(
        @Nullable HttpServer dicomWeb,
        @Nullable DimseServer dimse,
        @Nullable HttpServer fhir,
        @Nullable HttpServer ups) {
    public static final Servers NONE = new Servers(null, null, null, null);

    public boolean hasPacs() {
        return dicomWeb != null || dimse != null;
    }

    public boolean hasRis() {
        return fhir != null || ups != null;
    }
}
