package org.readingroom.services.remote.dicomweb;

import java.util.List;

/// In which encoding instances are asked for, best first; what a server refuses is not asked of it again.
///
/// **Source:** PS3.18 section 8.7.3.5.
// [impl->req~archive.transfer-syntax~1]
public final class TransferLadder {
    private static final String DICOM = "multipart/related; type=\"application/dicom\"";
    private static final String STORED = DICOM + "; transfer-syntax=*";

    /// As stored, so that nothing is lost and nobody computes; else whatever the server likes best, which by the
    /// standard is uncompressed.
    public static final TransferLadder STORED_FIRST = new TransferLadder(List.of(STORED, DICOM));

    /// For a slow link: losslessly compressed where the server can, whatever is stored. Some servers break down
    /// when they are asked for it, so it is for the settings to choose.
    public static final TransferLadder COMPRESSED_FIRST = new TransferLadder(List.of(
            DICOM + "; transfer-syntax=1.2.840.10008.1.2.4.80; q=1.0, "
                    + DICOM + "; transfer-syntax=1.2.840.10008.1.2.4.70; q=0.8, "
                    + STORED + "; q=0.5",
            STORED,
            DICOM));

    private final List<String> accepts;

    private TransferLadder(List<String> accepts) {
        this.accepts = accepts;
    }

    /// The header Accept of each rung.
    List<String> accepts() {
        return accepts;
    }
}
