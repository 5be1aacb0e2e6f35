package org.readingroom.services.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.link.HttpServer.Access;
import org.readingroom.viewer.model.WorkstationException;

/// Settings as a tree of JSON; the form stands at [SettingsFile].
final class SettingsJson {
    private static final Set<String> ROOT = Set.of("dicomWeb", "dimse", "fhir", "ups", "offlineSignInDays");
    private static final Set<String> HTTP =
            Set.of("base", "user", "password", "token", "trusted", "clientStore", "clientStorePassword");
    private static final Set<String> DIMSE = Set.of("aeTitle", "host", "port", "callingAe", "receiverPort", "trusted");

    private final Path beside;

    private SettingsJson(Path beside) {
        this.beside = beside;
    }

    static HospitalSettings read(JsonNode root, Path beside) throws WorkstationException {
        refuseUnknown(root, "", ROOT);
        SettingsJson reader = new SettingsJson(beside);
        Servers servers = new Servers(
                reader.http(root, "dicomWeb"),
                reader.dimse(root, "dimse"),
                reader.http(root, "fhir"),
                reader.http(root, "ups"));
        int days = number(root, "", "offlineSignInDays", HospitalSettings.USUAL_DAYS, 0, HospitalSettings.MOST_DAYS);
        return new HospitalSettings(servers, days);
    }

    private @Nullable HttpServer http(JsonNode root, String name) throws WorkstationException {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        refuseUnknown(node, name, HTTP);
        return new HttpServer(
                base(node, name),
                access(node, name),
                path(node, name, "trusted"),
                path(node, name, "clientStore"),
                text(node, name, "clientStorePassword"));
    }

    private static URI base(JsonNode node, String name) throws WorkstationException {
        try {
            URI base = new URI(text(node, name, "base"));
            boolean isHttp = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            if (isHttp
                    && base.getHost() != null
                    && base.getUserInfo() == null
                    && base.getQuery() == null
                    && base.getFragment() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // Told below, without its words: the address may hold a password.
        }
        throw wrong(name, "base");
    }

    private static Access access(JsonNode node, String name) throws WorkstationException {
        String user = text(node, name, "user");
        String token = text(node, name, "token");
        if (!user.isEmpty() && !token.isEmpty()) {
            throw wrong(name, "token");
        }
        if (!token.isEmpty()) {
            return new Access.Bearer(token);
        }
        String password = text(node, name, "password");
        if (user.isEmpty() && !password.isEmpty()) {
            throw wrong(name, "user");
        }
        return user.isEmpty() ? new Access.Open() : new Access.Basic(user, password);
    }

    private @Nullable DimseServer dimse(JsonNode root, String name) throws WorkstationException {
        JsonNode node = root.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        refuseUnknown(node, name, DIMSE);
        String host = text(node, name, "host");
        if (host.isBlank()) {
            throw wrong(name, "host");
        }
        return new DimseServer(
                aeTitle(node, name, "aeTitle", ""),
                host,
                number(node, name, "port", 0, 1, 65_535),
                aeTitle(node, name, "callingAe", "READINGROOM"),
                number(node, name, "receiverPort", 0, 0, 65_535),
                path(node, name, "trusted"));
    }

    /// PS3.5 6.2, AE: at most 16 characters, no backslash, no control character.
    private static String aeTitle(JsonNode node, String name, String field, String usual) throws WorkstationException {
        String title = node.has(field) ? text(node, name, field).strip() : usual;
        if (!title.matches("[ -\\[\\]-~]{1,16}")) {
            throw wrong(name, field);
        }
        return title;
    }

    private @Nullable Path path(JsonNode node, String name, String field) throws WorkstationException {
        String text = text(node, name, field);
        try {
            return text.isEmpty() ? null : beside.resolve(text).normalize();
        } catch (InvalidPathException e) {
            throw wrong(name, field);
        }
    }

    private static String text(JsonNode node, String name, String field) throws WorkstationException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw wrong(name, field);
        }
        return value.textValue();
    }

    private static int number(JsonNode node, String name, String field, int usual, int least, int most)
            throws WorkstationException {
        JsonNode value = node.path(field);
        if (!value.isMissingNode() && !value.canConvertToInt()) {
            throw wrong(name, field);
        }
        int number = value.isMissingNode() ? usual : value.intValue();
        if (number < least || number > most) {
            throw wrong(name, field);
        }
        return number;
    }

    private static void refuseUnknown(JsonNode node, String name, Set<String> known) throws WorkstationException {
        if (!node.isObject()) {
            throw wrong(name, name.isEmpty() ? "{}" : "");
        }
        for (String field : (Iterable<String>) node::fieldNames) {
            if (!known.contains(field)) {
                throw wrong(name, field);
            }
        }
    }

    private static WorkstationException wrong(String name, String field) {
        String place = name.isEmpty() || field.isEmpty() ? name + field : name + "." + field;
        // A name from the file is repeated only as far as a person wants to read it.
        String shown = place.length() > 80 ? place.substring(0, 80) + "…" : place;
        return new WorkstationException("services.servers.wrong", List.of(shown), "a wrong field of servers", null);
    }

    static ObjectNode write(HospitalSettings settings) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Servers servers = settings.servers();
        put(root, "dicomWeb", servers.dicomWeb());
        DimseServer dimse = servers.dimse();
        if (dimse != null) {
            ObjectNode node = root.putObject("dimse");
            node.put("aeTitle", dimse.aeTitle())
                    .put("host", dimse.host())
                    .put("port", dimse.port())
                    .put("callingAe", dimse.callingAe())
                    .put("receiverPort", dimse.receiverPort());
            put(node, "trusted", dimse.trusted());
        }
        put(root, "fhir", servers.fhir());
        put(root, "ups", servers.ups());
        return root.put("offlineSignInDays", settings.offlineSignInDays());
    }

    private static void put(ObjectNode root, String name, @Nullable HttpServer server) {
        if (server == null) {
            return;
        }
        ObjectNode node = root.putObject(name).put("base", server.base().toString());
        switch (server.access()) {
            case Access.Open() -> {}
            case Access.Basic(String user, String password) ->
                node.put("user", user).put("password", password);
            case Access.Bearer(String token) -> node.put("token", token);
        }
        put(node, "trusted", server.trusted());
        put(node, "clientStore", server.clientStore());
        if (!server.clientStorePassword().isEmpty()) {
            node.put("clientStorePassword", server.clientStorePassword());
        }
    }

    private static void put(ObjectNode node, String field, @Nullable Path path) {
        if (path != null) {
            node.put(field, path.toString());
        }
    }
}
