package org.readingroom.testservers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.readingroom.testservers.ris.RisMain;

/// HAPI's server in a Java process of its own.
///
/// Its classes are kept in an archive beside the class path after the first run has ended, which halves the next start.
final class Ris {
    private Ris() {}

    /// `owner` ends it, and the process `companion` with it, when it is gone; 0 for none.
    static ProcessHandle start(Path folder, int port, long owner, long companion) throws IOException {
        Files.createDirectories(folder.resolve("db"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive(folder),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RisMain.class.getName()));
        command.addAll(List.of(
                Integer.toString(port),
                folder.resolve("db").toString(),
                Long.toString(owner),
                Long.toString(companion)));
        return Launch.detached(command, folder.resolve("ris.log"));
    }

    /// Beside the jar, where the next start finds it whatever its folder; in the folder when that cannot be written.
    private static Path archive(Path folder) {
        Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
        Path beside = jar.resolveSibling("ris.jsa").toAbsolutePath();
        return Files.isRegularFile(jar) && Files.isWritable(jar.toAbsolutePath().resolveSibling("."))
                ? beside
                : folder.resolve("ris.jsa");
    }
}
