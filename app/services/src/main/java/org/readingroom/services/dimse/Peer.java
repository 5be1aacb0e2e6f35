package org.readingroom.services.dimse;

import java.util.List;

/// Another DICOM application and where it listens.
public record Peer(AeTitle aeTitle, String host, int port) {
    private static final int MOST_LETTERS = 253; // RFC 1035: of a host name

    public Peer {
        if (host.isBlank() || host.length() > MOST_LETTERS || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no address: port " + port);
        }
    }

    /// **Errors:** `services.dimse.ae-title`, `services.dimse.address` for what a person typed.
    public static Peer of(String aeTitle, String host, int port) throws DimseException {
        AeTitle title = AeTitle.of(aeTitle);
        String name = host.strip();
        if (name.isEmpty()
                || name.length() > MOST_LETTERS
                || name.chars().anyMatch(letter -> letter <= ' ')
                || port < 1
                || port > 65_535) {
            throw new DimseException("services.dimse.address", List.of(name + ":" + port), "no address");
        }
        return new Peer(title, name, port);
    }

    /// Such as `printer.example:104`, for words.
    public String address() {
        return host + ":" + port;
    }
}
