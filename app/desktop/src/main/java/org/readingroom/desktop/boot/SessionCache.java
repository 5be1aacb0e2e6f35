package org.readingroom.desktop.boot;

import org.readingroom.desktop.hospital.CacheDesk;
import org.readingroom.services.fetch.CacheLimits;
import org.readingroom.services.hospital.Hospital;
import org.readingroom.viewer.model.WorkstationException;

/// The local cache of the session that is signed in.
// [impl->req~hospital.cache-limits~1]
record SessionCache(Hospital hospital) implements CacheDesk {
    @Override
    public Now now() throws WorkstationException {
        return new Now(hospital.cache().look().figures(), hospital.cache().mayChange());
    }

    @Override
    public int keep(CacheLimits limits) throws WorkstationException {
        return hospital.limitCache(limits);
    }
}
