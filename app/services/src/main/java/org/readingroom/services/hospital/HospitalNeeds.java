package org.readingroom.services.hospital;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.readingroom.services.audit.AuditTrail;
import org.readingroom.services.fetch.FetchStore;
import org.readingroom.services.identity.User;
import org.readingroom.services.reading.ImportService;
import org.readingroom.services.reading.ReportService;
import org.readingroom.services.reading.WorklistService;
import org.readingroom.services.seal.Seal;
import org.readingroom.services.store.Database;
import org.readingroom.services.store.InstanceFiles;
import org.readingroom.services.store.OrderStore;
import org.readingroom.services.store.PatientLinks;
import org.readingroom.services.store.StudyStore;
import org.readingroom.services.sync.Outbox;

/// What a session lends to its hospital.
///
/// **Owner:** the session; all of it outlives the hospital.
public record HospitalNeeds(
        Path folder,
        boolean isDemo,
        User user,
        Database documents,
        Database index,
        Seal seal,
        AuditTrail audit,
        StudyStore studies,
        OrderStore orders,
        PatientLinks patients,
        InstanceFiles files,
        FetchStore fetchStore,
        ImportService imports,
        WorklistService worklist,
        ReportService reports,
        Outbox outbox,
        InstantSource clock,
        SecureRandom random) {}
