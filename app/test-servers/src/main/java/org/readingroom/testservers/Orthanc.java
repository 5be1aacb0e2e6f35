package org.readingroom.testservers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Debian's Orthanc with its DICOMweb plug-in, on loopback.
///
/// It cannot bind to one address; `RemoteAccessAllowed` makes it refuse everybody but loopback over HTTP. Its DICOM
/// port has no such guard.
final class Orthanc {
    static final String AE_TITLE = "DEMOPACS";
    private static final String PLUGIN = "libOrthancDicomWeb.so";

    private Orthanc() {}

    static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, "Orthanc")),
                        Stream.of(Path.of("/usr/sbin/Orthanc")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Optional<Path> plugin() {
        return Stream.of("/usr/share/orthanc/plugins", "/usr/lib/orthanc", "/usr/local/share/orthanc/plugins")
                .map(folder -> Path.of(folder, PLUGIN))
                .filter(Files::exists)
                .findFirst();
    }

    static ProcessHandle start(Path folder, int httpPort, int dimsePort) throws IOException {
        Path program = program()
                .orElseThrow(() -> new ServersException(
                        "Orthanc is not installed: apt-get install orthanc orthanc-dicomweb",
                        "没有安装 Orthanc：apt-get install orthanc orthanc-dicomweb"));
        Path plugin = plugin().orElseThrow(() -> new ServersException(
                "Orthanc's DICOMweb plug-in is not installed: apt-get install orthanc-dicomweb",
                "没有安装 Orthanc 的 DICOMweb 插件：apt-get install orthanc-dicomweb"));
        Files.createDirectories(folder.resolve("db"));
        Path settings = folder.resolve("orthanc.json");
        Files.writeString(settings, settings(folder.resolve("db"), plugin, httpPort, dimsePort));
        return Launch.detached(List.of(program.toString(), settings.toString()), folder.resolve("orthanc.log"));
    }

    private static String settings(Path db, Path plugin, int httpPort, int dimsePort) {
        return """
                {
                  "Name": "DEMOPACS",
                  "StorageDirectory": %1$s, "IndexDirectory": %1$s,
                  "Plugins": [ %2$s ],
                  "HttpPort": %3$d, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                  "HttpThreadsCount": 16, "KeepAlive": true, "TcpNoDelay": true, "HttpCompressionEnabled": false,
                  "DicomServerEnabled": true, "DicomPort": %4$d, "DicomAet": "%5$s",
                  "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true,
                  "DicomModalities": { "readingroom": { "AET": "READINGROOM", "Host": "127.0.0.1", "Port": 11113 } },
                  "UnknownSopClassAccepted": true, "DefaultEncoding": "Utf8",
                  "CaseSensitivePN": false, "OverwriteInstances": false, "StoreMD5ForAttachments": true,
                  "WebDavEnabled": false, "ExecuteLuaEnabled": false,
                  "DicomWeb": { "Enable": true, "Root": "/dicom-web/", "PublicRoot": "/dicom-web/",
                                "QidoCaseSensitive": false, "StudiesMetadata": "Full", "SeriesMetadata": "Full" }
                }
                """.formatted(quoted(db), quoted(plugin), httpPort, dimsePort, AE_TITLE);
    }

    static String quoted(Path path) {
        return '"' + path.toAbsolutePath().toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
