package org.readingroom.services.hospital;

import java.util.Locale;
import org.readingroom.services.link.Servers;

/// The servers that a home can be set to, one of each.
public enum ServerPlace {
    DICOM_WEB,
    DIMSE,
    FHIR,
    UPS;

    /// As it stands in names of fields and in the message bundles.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isIn(Servers servers) {
        return switch (this) {
            case DICOM_WEB -> servers.dicomWeb() != null;
            case DIMSE -> servers.dimse() != null;
            case FHIR -> servers.fhir() != null;
            case UPS -> servers.ups() != null;
        };
    }
}
