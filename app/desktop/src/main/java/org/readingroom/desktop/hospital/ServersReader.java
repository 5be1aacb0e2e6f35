package org.readingroom.desktop.hospital;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.Servers;

/// Makes settings of what was typed; a secret left empty is the one that is kept for the same server.
///
/// A secret is not kept for another address: whoever changes the address could otherwise have it sent to himself.
///
/// **Thread:** any but `fx`; looks into the files of certificates.
// [impl->req~hospital.servers-sheet~1]
final class ServersReader {
    private final Map<String, String> typed;
    private final HospitalSettings kept;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private ServersReader(Map<String, String> typed, HospitalSettings kept) {
        this.typed = typed;
        this.kept = kept;
    }

    /// Settings, or why there are none: the names of fields, each with the end of a key `desktop.servers.wrong.`.
    record Read(Optional<HospitalSettings> settings, Map<String, String> faults) {}

    static Read read(Map<String, String> typed, HospitalSettings kept) {
        ServersReader reader = new ServersReader(typed, kept);
        Servers servers = new Servers(
                reader.http(ServerPlace.DICOM_WEB),
                reader.dimse(),
                reader.http(ServerPlace.FHIR),
                reader.http(ServerPlace.UPS));
        int days = reader.number(ServersText.DAYS, -1, 0, HospitalSettings.MOST_DAYS, "days");
        return reader.faults.isEmpty()
                ? new Read(Optional.of(new HospitalSettings(servers, days)), Map.of())
                : new Read(Optional.empty(), reader.faults);
    }

    private @Nullable HttpServer http(ServerPlace place) {
        String at = place.code() + ".";
        if (isEmpty(at, List.of("base", "user", "secret", "trusted", "client-store", "client-password"))) {
            return null;
        }
        HttpServer before = ServersText.http(kept.servers(), place);
        URI base = base(at + "base");
        HttpServer same =
                before != null && base != null && authority(before.base()).equals(authority(base)) ? before : null;
        Access access = access(at, same);
        boolean isPlain = base != null && !"https".equals(base.getScheme());
        Path trusted = trusted(at + "trusted", isPlain);
        Path store = path(at + "client-store");
        String password = text(at + "client-password");
        if (store != null) {
            if (password.isEmpty() && before != null && store.equals(before.clientStore())) {
                password = before.clientStorePassword();
            }
            if (isPlain) {
                fault(at + "client-store", "https");
            } else if (!CertificateFiles.opens(store, password)) {
                fault(at + "client-store", "client-store");
            }
        } else if (!password.isEmpty()) {
            fault(at + "client-store", "path");
        }
        return base == null ? null : new HttpServer(base, access, trusted, store, password);
    }

    private boolean isEmpty(String at, List<String> fields) {
        return fields.stream().allMatch(each -> text(at + each).isEmpty());
    }

    private @Nullable URI base(String name) {
        try {
            URI base = new URI(text(name));
            boolean isHttp = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            if (isHttp
                    && base.getHost() != null
                    && base.getPort() <= 65_535
                    && base.getRawUserInfo() == null
                    && base.getRawQuery() == null
                    && base.getRawFragment() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // told below, without its words
        }
        fault(name, "base");
        return null;
    }

    private static List<Object> authority(URI base) {
        int usual = "https".equals(base.getScheme()) ? 443 : 80;
        return List.of(
                String.valueOf(base.getScheme()),
                String.valueOf(base.getHost()).toLowerCase(java.util.Locale.ROOT),
                base.getPort() < 0 ? usual : base.getPort());
    }

    private Access access(String at, @Nullable HttpServer same) {
        Access before = same == null ? new Access.Open() : same.access();
        return switch (text(at + "access")) {
            case "basic" -> basic(at, before);
            case "bearer" -> bearer(at, before);
            default -> open(at);
        };
    }

    private Access basic(String at, Access before) {
        String secret = raw(at + "secret");
        String user = text(at + "user");
        // RFC 7617: a colon would end the name
        if (user.isEmpty() || user.contains(":")) {
            fault(at + "user", "user");
        } else if (secret.isEmpty()
                && before instanceof Access.Basic(String name, String password)
                && name.equals(user)) {
            return before;
        } else if (secret.isEmpty()) {
            fault(at + "secret", "secret");
        }
        return new Access.Basic(user, secret);
    }

    private Access bearer(String at, Access before) {
        String token = text(at + "secret");
        if (raw(at + "secret").isEmpty() && before instanceof Access.Bearer) {
            return before;
        }
        if (!token.matches("[!-~]+")) {
            fault(at + "secret", token.isEmpty() ? "secret" : "token");
        }
        return new Access.Bearer(token);
    }

    private Access open(String at) {
        if (!raw(at + "secret").isEmpty() || !text(at + "user").isEmpty()) {
            fault(at + "access", "access");
        }
        return new Access.Open();
    }

    private @Nullable DimseServer dimse() {
        if (isEmpty("dimse.", List.of("ae-title", "host", "port", "trusted"))) {
            return null;
        }
        String host = text("dimse.host");
        if (!host.matches("[^\\s/\\\\@?#\\p{Cntrl}]{1,253}")) {
            fault("dimse.host", "host");
        }
        String calling = text("dimse.calling-ae");
        return new DimseServer(
                title("dimse.ae-title", text("dimse.ae-title")),
                host,
                number("dimse.port", -1, 1, 65_535, "port"),
                title("dimse.calling-ae", calling.isEmpty() ? "READINGROOM" : calling),
                number("dimse.receiver-port", 0, 0, 65_535, "port"),
                trusted("dimse.trusted", false));
    }

    /// PS3.5 6.2, AE: at most 16 characters, no backslash, no control character.
    private String title(String name, String title) {
        if (!title.matches("[ -\\[\\]-~]{1,16}")) {
            fault(name, "ae-title");
        }
        return title;
    }

    private @Nullable Path trusted(String name, boolean isPlain) {
        Path trusted = path(name);
        if (trusted != null && isPlain) {
            fault(name, "https");
        } else if (trusted != null && !CertificateFiles.isAuthorities(trusted)) {
            fault(name, "trusted");
        }
        return trusted;
    }

    private @Nullable Path path(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            Path path = Path.of(text).normalize();
            if (path.isAbsolute()) {
                return path;
            }
        } catch (InvalidPathException e) {
            // told below
        }
        fault(name, "path");
        return null;
    }

    private int number(String name, int usual, int least, int most, String why) {
        String text = text(name);
        int number = usual;
        try {
            number = text.isEmpty() ? usual : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < least || number > most) {
            fault(name, why);
        }
        return number;
    }

    private String text(String name) {
        return raw(name).strip();
    }

    private String raw(String name) {
        return typed.getOrDefault(name, "");
    }

    private void fault(String name, String why) {
        faults.putIfAbsent(name, why);
    }
}
