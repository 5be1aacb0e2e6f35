package org.readingroom.testservers;

/// The settings that connect a desk with the servers, in the form that `--servers FILE` takes in.
final class ServersJson {
    private ServersJson() {}

    static String of(ServerState state) {
        return """
                {
                  "dicomWeb": { "base": "%s" },
                  "dimse": { "aeTitle": "%s", "host": "127.0.0.1", "port": %d, "callingAe": "READINGROOM" },
                  "fhir": { "base": "%s" }
                }
                """.formatted(state.dicomWeb(), Orthanc.AE_TITLE, state.dimsePort(), state.fhir());
    }
}
