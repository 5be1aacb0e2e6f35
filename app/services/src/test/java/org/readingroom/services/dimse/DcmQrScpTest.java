package org.readingroom.services.dimse;

import java.nio.file.Path;

/// The link over DIMSE against DCMTK.
class DcmQrScpTest extends DimseArchiveContract {
    @Override
    DimsePeer start(Path folder) throws Exception {
        return DcmQrScp.start(folder, "+xs", "-xs");
    }

    @Override
    boolean takesRle() {
        return false;
    }
}
