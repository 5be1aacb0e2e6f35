package org.readingroom.testservers.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/// Fills the two servers with the demo department. Doing it again changes nothing.
public final class DemoFill {
    private final HttpClient client;
    private final List<DemoStudies.Ordered> studies;
    private final Instant now;

    /// `real` is a folder of folders with DICOM files, or null.
    public DemoFill(HttpClient client, @org.jspecify.annotations.Nullable Path real, Instant now) throws IOException {
        this.client = client;
        this.now = now;
        this.studies = new ArrayList<>(DemoStudies.synthetic());
        if (real != null) {
            studies.addAll(DemoStudies.real(real));
        }
    }

    public int size() {
        return studies.size();
    }

    /// Sends every file to the archive, whose own interface is at `rest`.
    public void fillArchive(String rest) {
        URI instances = URI.create(rest + "/instances");
        for (DemoStudies.Ordered study : studies) {
            study.files().accept(file -> send(instances, "application/dicom", file));
        }
    }

    /// Places every order, each with its patient in one transaction.
    public void fillOrders(String fhir, String dicomWeb) {
        FhirContext context = FhirContext.forR4Cached();
        post(context, fhir, CaseResources.common(dicomWeb));
        for (List<Resource> order : orders()) {
            post(context, fhir, order);
        }
    }

    List<List<Resource>> orders() {
        List<List<Resource>> all = new ArrayList<>();
        for (DemoStudies.Ordered study : studies) {
            all.add(new CaseResources(study.order(), study.facts(), now).all());
        }
        return all;
    }

    private void post(FhirContext context, String fhir, List<Resource> resources) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (Resource resource : resources) {
            bundle.addEntry()
                    .setResource(resource)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl(resource.fhirType() + "/" + resource.getIdPart());
        }
        String json = context.newJsonParser().encodeResourceToString(bundle);
        send(URI.create(fhir), "application/fhir+json", json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Sent once more when the connection breaks: Orthanc hangs up after a second of silence, which drawing the next
    /// picture may take, and both servers take the same thing twice as once.
    private void send(URI place, String type, byte[] body) {
        try {
            HttpResponse<String> reply;
            try {
                reply = sendOnce(place, type, body);
            } catch (IOException e) {
                reply = sendOnce(place, type, body);
            }
            if (reply.statusCode() / 100 != 2) {
                throw new IOException(place + " answered " + reply.statusCode() + ": "
                        + reply.body().lines().limit(12).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpResponse<String> sendOnce(URI place, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(place)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
