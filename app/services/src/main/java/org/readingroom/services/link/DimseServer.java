package org.readingroom.services.link;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An archive spoken to over DIMSE (PS3.7, PS3.8), for sites without DICOMweb.
///
/// `callingAe` is how this desk calls itself; `receiverPort` where it listens for what C-MOVE sends, 0 when it does
/// not listen and asks by C-GET. `trusted` is a PEM file of authorities; null means no TLS.
public record DimseServer(
        String aeTitle,
        String host,
        int port,
        String callingAe,
        int receiverPort,
        @Nullable Path trusted) {}
