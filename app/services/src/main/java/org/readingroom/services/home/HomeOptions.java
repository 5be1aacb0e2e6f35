package org.readingroom.services.home;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.readingroom.services.hospital.Clients;
import org.readingroom.services.hospital.RemoteClients;
import org.readingroom.services.identity.KdfParameters;
import org.readingroom.services.identity.LockoutPolicy;
import org.readingroom.services.reading.PdfRenderer;
import org.readingroom.services.reading.ReportRenderer;
import org.readingroom.services.store.WriteProbe;
import org.readingroom.viewer.phantom.DemoDepartment;
import org.readingroom.viewer.phantom.SyntheticStudy;

/// What a home is opened with; tests bring their own clock, cheaper passwords, and a hand on every write.
///
/// **Units:** `cacheBytes` of decoded frames held in memory; `decoders` frames decoded at once.
public record HomeOptions(
        InstantSource clock,
        SecureRandom random,
        KdfParameters kdf,
        LockoutPolicy lockout,
        WriteProbe probe,
        ReportRenderer renderer,
        Supplier<List<SyntheticStudy>> department,
        long cacheBytes,
        int decoders,
        Clients.Maker clients,
        Path elsewhere) {

    /// Chosen: a third of the heap holds a chest CT of 275 slices twice over in the smallest heap we run with.
    public static HomeOptions defaults() {
        Runtime runtime = Runtime.getRuntime();
        return new HomeOptions(
                Clock.systemUTC(),
                new SecureRandom(),
                KdfParameters.RECOMMENDED,
                LockoutPolicy.DEFAULT,
                WriteProbe.NONE,
                new PdfRenderer(ZoneId.systemDefault()),
                DemoDepartment::studies,
                runtime.maxMemory() / 3,
                Math.max(2, runtime.availableProcessors()),
                RemoteClients::new,
                Path.of(System.getProperty("user.home", "."), ".readingroom-rescue"));
    }

    public HomeOptions withClock(InstantSource other) {
        return new HomeOptions(
                other, random, kdf, lockout, probe, renderer, department, cacheBytes, decoders, clients, elsewhere);
    }

    public HomeOptions withKdf(KdfParameters other) {
        return new HomeOptions(
                clock, random, other, lockout, probe, renderer, department, cacheBytes, decoders, clients, elsewhere);
    }

    public HomeOptions withLockout(LockoutPolicy other) {
        return new HomeOptions(
                clock, random, kdf, other, probe, renderer, department, cacheBytes, decoders, clients, elsewhere);
    }

    public HomeOptions withProbe(WriteProbe other) {
        return new HomeOptions(
                clock, random, kdf, lockout, other, renderer, department, cacheBytes, decoders, clients, elsewhere);
    }

    public HomeOptions withRenderer(ReportRenderer other) {
        return new HomeOptions(
                clock, random, kdf, lockout, probe, other, department, cacheBytes, decoders, clients, elsewhere);
    }

    /// `other` is what a demo home is filled with.
    public HomeOptions withDepartment(Supplier<List<SyntheticStudy>> other) {
        return new HomeOptions(
                clock, random, kdf, lockout, probe, renderer, other, cacheBytes, decoders, clients, elsewhere);
    }

    /// `other` makes what speaks to the hospital's servers.
    public HomeOptions withClients(Clients.Maker other) {
        return new HomeOptions(
                clock, random, kdf, lockout, probe, renderer, department, cacheBytes, decoders, other, elsewhere);
    }

    /// `other` is where drafts are rescued to when the home takes none.
    public HomeOptions withElsewhere(Path other) {
        return new HomeOptions(
                clock, random, kdf, lockout, probe, renderer, department, cacheBytes, decoders, clients, other);
    }
}
