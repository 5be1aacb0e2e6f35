package org.readingroom.services.sync;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.readingroom.report.fhir.BundleAddress;
import org.readingroom.report.fhir.FiledReport;
import org.readingroom.report.fhir.ReportBundle;
import org.readingroom.report.model.SignedReport;
import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisReports;
import org.readingroom.viewer.model.WorkstationException;

/// Takes signed versions to the RIS: each once, and over nothing that this desk has not seen.
///
/// A report the server has already is updated only in the version the words rest on. What differs in words is a
/// conflict for a person; a server that merely set its own fields, such as the time of issue, is none.
// [impl->req~report.fhir.once~1]
public final class ReportCourier implements Courier {
    /// Why an entry that arrived waits for a person.
    static final String TWICE = "services.outbox.twice-reported";

    private final RisReports ris;

    public ReportCourier(RisReports ris) {
        this.ris = ris;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        SignedReport signed = ReportBundle.signed(parcel.body())
                .orElseThrow(() -> refused("services.outbox.damaged", "a bundle without a signed report"));
        if (parcel.mayBeThere()) {
            Optional<FiledReport> there = ris.filed(parcel.entry().id());
            if (there.isPresent()) {
                return alone(signed, there.get());
            }
        }
        String patient = ris.patient(signed.report().study().patient())
                .orElseThrow(() -> refused("services.outbox.patient-unsure", "not exactly one patient fits"));
        byte[] addressed = addressed(parcel, signed, BundleAddress.ofPatient(parcel.body(), patient));
        try {
            FiledReport filed = ris.file(addressed);
            return parcel.base().isNone() ? alone(signed, filed) : receipt(signed, filed);
        } catch (RisException e) {
            if (e.fault() != ServerFault.CONFLICT) {
                throw e;
            }
            // it may be our own, of which the reply was lost
            Optional<FiledReport> there = ris.filed(parcel.entry().id());
            if (there.isPresent()) {
                return alone(signed, there.get());
            }
            throw e;
        }
    }

    private byte[] addressed(Parcel parcel, SignedReport signed, byte[] body) throws WorkstationException {
        // the number of the version says nothing of whether the server has any: earlier ones may have been set aside
        if (parcel.base().isNone() && hasOther(signed)) {
            throw conflict("services.outbox.other-report", "another desk has reported the study");
        }
        Optional<FiledReport> mine = ris.current(signed.report().id());
        if (mine.isEmpty()) {
            if (!parcel.base().isNone()) {
                throw conflict("services.outbox.vanished", "the report is no longer on the server");
            }
            return body;
        }
        FiledReport there = mine.get();
        Base base = parcel.base();
        boolean isUnchanged = base.is(there.version(), resource(there)) || isPredecessor(there, signed, base);
        if (!isUnchanged) {
            throw conflict(ServerFault.CONFLICT.messageKey(), "the report is in another version");
        }
        return BundleAddress.addressed(body, there.id(), there.version());
    }

    private boolean hasOther(SignedReport signed) throws WorkstationException {
        for (FiledReport other : ris.ofStudy(signed.report().study().study())) {
            if (!other.is(signed.report().id()) && !other.isVoid()) {
                return true;
            }
        }
        return false;
    }

    /// Looks again after filing: two desks that looked at the same moment both saw nothing, and both filed. Whoever
    /// filed last finds the other here; the other desk hears of it with the changes.
    private Receipt alone(SignedReport signed, FiledReport there) throws WorkstationException {
        Receipt receipt = receipt(signed, there);
        if (hasOther(signed)) {
            throw SendFault.contested(TWICE, receipt, "two desks have reported the study");
        }
        return receipt;
    }

    /// Whether the server shows, word for word, the version that this one follows, or the one that both sides agreed
    /// on last: what was signed between the two was held back.
    private static boolean isPredecessor(FiledReport there, SignedReport signed, Base base) {
        return there.signed()
                .filter(before -> before.digest().equals(signed.act().predecessorDigest())
                        || before.digest().equals(base.digest()))
                .filter(there::saysTheSameAs)
                .isPresent();
    }

    /// A version that was changed since it arrived is acknowledged, but nothing may rest on it unseen.
    /// Only a report read to its end is issued: what a server says of an earlier stage is when it came.
    private static Receipt receipt(SignedReport signed, FiledReport there) {
        boolean isToTheEnd = there.isIssuedAs(signed);
        @Nullable Instant at = there.issued() == null ? there.changed() : there.issued();
        @Nullable Instant issued = isToTheEnd ? at : null;
        return new Receipt(resource(there), there.saysTheSameAs(signed) ? there.version() : "", issued);
    }

    static String resource(FiledReport there) {
        return "DiagnosticReport/" + there.id();
    }

    private static SendFault refused(String messageKey, String facts) {
        return new SendFault(ServerFault.REFUSED, messageKey, null, "", facts, null);
    }

    private static SendFault conflict(String messageKey, String facts) {
        return new SendFault(ServerFault.CONFLICT, messageKey, null, "", facts, null);
    }
}
