package org.readingroom.services.dimse;

import java.nio.file.Path;

/// The link over DIMSE against Orthanc.
class DimseOrthancTest extends DimseArchiveContract {
    @Override
    DimsePeer start(Path folder) throws Exception {
        return DimseOrthanc.start(folder);
    }
}
