package org.readingroom.services.hospital;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.dimse.DimseArchive;
import org.readingroom.services.link.DimseServer;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.remote.dicomweb.DicomWebArchive;
import org.readingroom.services.remote.fhir.FhirPriors;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.fhir.FhirWorklist;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpProbe;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.remote.ups.UpsWorklist;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.TaskRunner;

/// The clients that speak to real servers.
public final class RemoteClients implements Clients {
    private final TaskRunner runner;
    private final List<Runnable> opened = new ArrayList<>();

    public RemoteClients(TaskRunner runner) {
        this.runner = runner;
    }

    @Override
    public Optional<Archive> archive(Servers servers, LinkWitness witness) throws WorkstationException {
        HttpServer web = servers.dicomWeb();
        if (web != null) {
            HttpLink link = new HttpLink(web, witness, HttpTimes.DEFAULT);
            opened.add(link::close);
            return Optional.of(new DicomWebArchive(link));
        }
        DimseServer dimse = servers.dimse();
        return dimse == null ? Optional.empty() : Optional.of(DimseArchive.of(dimse, witness, runner));
    }

    @Override
    public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) throws WorkstationException {
        HttpServer fhir = servers.fhir();
        HttpServer ups = servers.ups();
        if (fhir == null && ups != null) {
            UpsWorklist worklist = new UpsWorklist(ups, witness);
            opened.add(worklist::close);
            return Optional.of(worklist);
        }
        if (fhir == null) {
            return Optional.empty();
        }
        FhirWorklist worklist = new FhirWorklist(fhir, witness);
        opened.add(worklist::close);
        return Optional.of(worklist);
    }

    @Override
    public Optional<RisReports> risReports(Servers servers, LinkWitness witness) throws WorkstationException {
        HttpServer fhir = servers.fhir();
        if (fhir == null) {
            return Optional.empty();
        }
        HttpLink link = new HttpLink(fhir, witness, HttpTimes.DEFAULT);
        opened.add(link::close);
        return Optional.of(new FhirReports(link));
    }

    @Override
    public Optional<RisPriors> risPriors(Servers servers, LinkWitness witness) throws WorkstationException {
        HttpServer fhir = servers.fhir();
        if (fhir == null) {
            return Optional.empty();
        }
        HttpLink link = new HttpLink(fhir, witness, FhirPriors.TIMES);
        opened.add(link::close);
        return Optional.of(new FhirPriors(link));
    }

    @Override
    public Optional<LinkProbe> pacsProbe(Servers servers) throws WorkstationException {
        HttpServer web = servers.dicomWeb();
        if (web != null) {
            return Optional.of(probe(web));
        }
        return servers.dimse() == null ? Optional.empty() : Optional.of(new EchoProbe(servers.dimse(), runner));
    }

    @Override
    public Optional<LinkProbe> risProbe(Servers servers) throws WorkstationException {
        HttpServer ris = servers.fhir() != null ? servers.fhir() : servers.ups();
        return ris == null ? Optional.empty() : Optional.of(probe(ris));
    }

    private HttpProbe probe(HttpServer server) {
        HttpProbe probe = new HttpProbe(server);
        opened.add(probe::close);
        return probe;
    }

    @Override
    public void close() {
        opened.forEach(Runnable::run);
        opened.clear();
    }
}
