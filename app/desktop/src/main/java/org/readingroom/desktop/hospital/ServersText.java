package org.readingroom.desktop.hospital;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.hospital.ServerPlace;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HospitalSettings;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.services.link.Servers;

/// Settings of servers as the text of fields; a field's name is its server's and its own, `fhir.base`.
///
/// A secret is never shown: its field is empty.
final class ServersText {
    static final String DAYS = "offline.days";
    static final List<String> HTTP =
            List.of("base", "access", "user", "secret", "trusted", "client-store", "client-password");
    static final List<String> DIMSE = List.of("ae-title", "host", "port", "calling-ae", "receiver-port", "trusted");

    private ServersText() {}

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (ServerPlace place : ServerPlace.values()) {
            (place == ServerPlace.DIMSE ? DIMSE : HTTP).forEach(each -> names.add(place.code() + "." + each));
        }
        names.add(DAYS);
        return names;
    }

    static @Nullable HttpServer http(Servers servers, ServerPlace place) {
        return switch (place) {
            case DICOM_WEB -> servers.dicomWeb();
            case FHIR -> servers.fhir();
            case UPS -> servers.ups();
            case DIMSE -> null;
        };
    }

    static Map<String, String> of(HospitalSettings settings) {
        Map<String, String> text = new HashMap<>();
        for (ServerPlace place : ServerPlace.values()) {
            put(text, place.code(), http(settings.servers(), place));
        }
        DimseServer dimse = settings.servers().dimse();
        if (dimse != null) {
            text.put("dimse.ae-title", dimse.aeTitle());
            text.put("dimse.host", dimse.host());
            text.put("dimse.port", String.valueOf(dimse.port()));
            text.put("dimse.calling-ae", dimse.callingAe());
            text.put("dimse.receiver-port", dimse.receiverPort() == 0 ? "" : String.valueOf(dimse.receiverPort()));
            text.put("dimse.trusted", shown(dimse.trusted()));
        }
        text.put(DAYS, String.valueOf(settings.offlineSignInDays()));
        names().forEach(name -> text.putIfAbsent(name, name.endsWith(".access") ? "open" : ""));
        return text;
    }

    private static void put(Map<String, String> text, String place, @Nullable HttpServer server) {
        if (server == null) {
            return;
        }
        text.put(place + ".base", server.base().toString());
        switch (server.access()) {
            case Access.Open() -> text.put(place + ".access", "open");
            case Access.Basic(String user, String password) -> {
                text.put(place + ".access", "basic");
                text.put(place + ".user", user);
            }
            case Access.Bearer(String token) -> text.put(place + ".access", "bearer");
        }
        text.put(place + ".trusted", shown(server.trusted()));
        text.put(place + ".client-store", shown(server.clientStore()));
    }

    /// Whether a secret stands behind the empty field of this name.
    static boolean isKept(HospitalSettings settings, String name) {
        for (ServerPlace place : ServerPlace.values()) {
            HttpServer server = http(settings.servers(), place);
            if (server != null && name.equals(place.code() + ".secret")) {
                return !(server.access() instanceof Access.Open);
            }
            if (server != null && name.equals(place.code() + ".client-password")) {
                return !server.clientStorePassword().isEmpty();
            }
        }
        return false;
    }

    private static String shown(@Nullable Path path) {
        return path == null ? "" : path.toString();
    }
}
