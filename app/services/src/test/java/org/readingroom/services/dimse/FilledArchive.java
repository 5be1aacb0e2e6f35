package org.readingroom.services.dimse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.LaneRunner;

/// An archive of others that holds four studies of invented patients; the files came to it by DCMTK.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FilledArchive {
    static final LaneRunner LANES = new LaneRunner(Runnable::run);
    static final int SLICES = 5;
    static final List<String> FILLED = List.of("2.25.1001", "2.25.1002", "2.25.1003", "2.25.1004");

    Path folder = Path.of("");
    DimsePeer peer;

    abstract DimsePeer start(Path folder) throws Exception;

    /// Some hold only one compressed transfer syntax.
    boolean takesRle() {
        return true;
    }

    @BeforeAll
    void fill(@TempDir Path given) throws Exception {
        folder = given;
        peer = start(folder);
        Path[] chest = new Path[SLICES];
        for (int i = 0; i < SLICES; i++) {
            chest[i] = ArchiveFiles.plain(folder, SmallDicom.of(1, i + 1));
        }
        peer.take(chest);
        peer.take(ArchiveFiles.plain(folder, SmallDicom.of(2, 1).withPatient("Li^Na=李^娜", "DEMO-2")));
        peer.take(ArchiveFiles.inCharacterSet(
                folder, SmallDicom.of(3, 1).withPatient("Zhao^Min=赵^敏", "DEMO-3"), "GB18030"));
        if (takesRle()) {
            peer.take("-xr", ArchiveFiles.compressed(folder, SmallDicom.of(4, 1), "dcmcrle"));
        } else {
            peer.take("-xs", ArchiveFiles.compressed(folder, SmallDicom.of(4, 1), "dcmcjpeg", "+e1"));
        }
        peer.take("-xs", ArchiveFiles.compressed(folder, SmallDicom.of(4, 2), "dcmcjpeg", "+e1"));
    }

    @AfterAll
    void end() {
        if (peer != null) {
            peer.close();
        }
    }

    DimseArchive archive(boolean byMove) throws WorkstationException {
        return DimseArchive.of(
                new DimseServer(
                        peer.title(), "localhost", peer.port(), "READINGROOM", byMove ? peer.receiverPort() : 0, null),
                LinkWitness.NONE,
                LANES);
    }
}
