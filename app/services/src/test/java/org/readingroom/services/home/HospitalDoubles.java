package org.readingroom.services.home;

import java.util.Optional;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.link.HttpServer;
import org.readingroom.services.link.LinkProbe;
import org.readingroom.services.link.LinkWitness;
import org.readingroom.services.link.Servers;
import org.readingroom.services.remote.fhir.FhirPriors;
import org.readingroom.services.remote.fhir.FhirReports;
import org.readingroom.services.remote.http.HttpLink;
import org.readingroom.services.remote.http.HttpProbe;
import org.readingroom.services.remote.http.HttpTimes;
import org.readingroom.services.ris.RisPriors;
import org.readingroom.services.ris.RisReports;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.services.testing.FhirDouble;
import org.readingroom.services.testing.TestArchive;

/// The clients of a home whose RIS is a [FhirDouble], spoken to over HTTP, and whose archive is in memory.
final class HospitalDoubles implements Clients {
    private final FhirDouble ris;
    private final TestArchive archive;

    HospitalDoubles(FhirDouble ris, TestArchive archive) {
        this.ris = ris;
        this.archive = archive;
    }

    @Override
    public Optional<Archive> archive(Servers servers, LinkWitness witness) {
        return Optional.of(archive);
    }

    @Override
    public Optional<RisWorklist> risWorklist(Servers servers, LinkWitness witness) {
        return Optional.empty();
    }

    @Override
    public Optional<RisReports> risReports(Servers servers, LinkWitness witness) {
        return Optional.of(new FhirReports(new HttpLink(HttpServer.open(ris.base()), witness, HttpTimes.DEFAULT)));
    }

    @Override
    public Optional<RisPriors> risPriors(Servers servers, LinkWitness witness) {
        return Optional.of(new FhirPriors(new HttpLink(HttpServer.open(ris.base()), witness, FhirPriors.TIMES)));
    }

    @Override
    public Optional<LinkProbe> pacsProbe(Servers servers) {
        return Optional.empty();
    }

    @Override
    public Optional<LinkProbe> risProbe(Servers servers) {
        return Optional.of(new HttpProbe(HttpServer.open(ris.base())));
    }

    @Override
    public void close() {}
}
