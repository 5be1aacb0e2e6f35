package org.readingroom.services.testing;

/// How one server differs from another: R4 wants 412 for a stale If-Match, HAPI says 409; some know no history and no
/// transactions.
public record FhirAbilities(int conflictStatus, boolean hasHistory, boolean hasTransactions, int pageSize) {
    public static final FhirAbilities HAPI = new FhirAbilities(409, true, true, 50);
    public static final FhirAbilities STRICT_R4 = new FhirAbilities(412, true, true, 50);
    public static final FhirAbilities MODEST = new FhirAbilities(412, false, false, 10);

    public FhirAbilities withPageSize(int other) {
        return new FhirAbilities(conflictStatus, hasHistory, hasTransactions, other);
    }
}
