package org.readingroom.services.link;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.readingroom.viewer.model.WorkstationException;

/// The servers of a hospital as a file that is handed to desks: `./readingroom --servers FILE` takes it in.
///
/// ```
/// {
///   "dicomWeb": { "base": "https://pacs.example/dicom-web", "user": "desk", "password": "…" },
///   "dimse":    { "aeTitle": "PACS", "host": "pacs.example", "port": 11112, "callingAe": "READINGROOM",
///                 "receiverPort": 11113, "trusted": "authorities.pem" },
///   "fhir":     { "base": "https://ris.example/fhir", "token": "…", "trusted": "authorities.pem",
///                 "clientStore": "workstation.p12", "clientStorePassword": "…" },
///   "ups":      { "base": "https://ris.example/dicom-web" },
///   "offlineSignInDays": 30
/// }
/// ```
///
/// Every server may be missing. A server over HTTP has `base` and, where wanted, either `user` and `password` or
/// `token`. Paths are looked for beside the file. A field that is not known is refused: a slip of the pen in a
/// name would otherwise leave a server unencrypted.
///
/// **Errors:** `services.servers.unreadable`, `services.servers.wrong` with the field.
// [impl->req~hospital.settings~1]
public final class SettingsFile {
    private static final long MOST_BYTES = 1 << 20; // chosen: far above any, so that a wrong file ends
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingsFile() {}

    public static HospitalSettings read(Path file) throws WorkstationException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, null);
            }
            Path beside = file.toAbsolutePath().normalize().getParent();
            return parse(Files.readAllBytes(file), beside == null ? Path.of("/") : beside);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// `beside` is the folder that paths are looked for in.
    public static HospitalSettings parse(byte[] json, Path beside) throws WorkstationException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            // Its words may quote a password.
            throw new WorkstationException("services.servers.unreadable", "the servers are no JSON");
        } catch (IOException e) {
            throw new WorkstationException("services.servers.unreadable", List.of(), "the servers are no JSON", e);
        }
        return SettingsJson.read(root, beside);
    }

    public static byte[] write(HospitalSettings settings) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(SettingsJson.write(settings));
        } catch (JacksonException e) {
            throw new IllegalStateException("a tree of JSON that cannot be written", e);
        }
    }

    private static WorkstationException unreadable(Path file, @org.jspecify.annotations.Nullable IOException cause) {
        return new WorkstationException(
                "services.servers.unreadable-file",
                List.of(file.toString()),
                "the file of servers cannot be read",
                cause instanceof java.nio.file.FileSystemException ? cause : null);
    }
}
