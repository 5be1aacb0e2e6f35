package org.readingroom.services.dimse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.readingroom.services.testing.OtherProgram;

/// An archive made by others, which knows us as READINGROOM on a port of its own choice.
interface DimsePeer extends AutoCloseable {
    String title();

    int port();

    int receiverPort();

    /// Files are given to it by DCMTK, so that what is fetched was not stored by us.
    default void take(Path... files) throws Exception {
        take("-xe", files);
    }

    /// As [#take], for files of one transfer syntax, which the option of `storescu` names.
    default void take(String syntaxOption, Path... files) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("storescu", syntaxOption, "-aec", title(), "localhost", String.valueOf(port())));
        Arrays.stream(files).map(Path::toString).forEach(command::add);
        OtherProgram.run(command.toArray(String[]::new));
    }

    @Override
    void close();
}
