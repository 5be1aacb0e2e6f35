package org.readingroom.services.dimse;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.archive.InstanceSink;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.dicom.Vr;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.StudyUid;
import org.readingroom.viewer.model.WorkstationException;

/// What was asked for, and what came of it: takes instances that belong to it, each once, and no others.
///
/// **Thread:** any; one instance at a time goes to the sink.
final class Wanted {
    private final StudyUid study;
    private final SeriesUid series;
    private final @Nullable SopInstanceUid only;
    private final InstanceSink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> taken = new HashSet<>();
    private volatile int messageId = -1;
    private @Nullable Exception failure;

    Wanted(StudyUid study, SeriesUid series, @Nullable SopInstanceUid only, InstanceSink sink) {
        this.study = study;
        this.series = series;
        this.only = only;
        this.sink = sink;
    }

    /// The identifier of a retrieve request. **Source:** PS3.4 section C.4.2.
    DataSet keys() {
        DataSetBuilder keys = DataSetBuilder.create("")
                .text(QueryKeys.QUERY_RETRIEVE_LEVEL, Vr.CS, only == null ? "SERIES" : "IMAGE")
                .text(Tag.STUDY_INSTANCE_UID, Vr.UI, study.value())
                .text(Tag.SERIES_INSTANCE_UID, Vr.UI, series.value());
        return only == null
                ? keys.build()
                : keys.text(Tag.SOP_INSTANCE_UID, Vr.UI, only.value()).build();
    }

    void asked(int id) {
        messageId = id;
    }

    int messageId() {
        return messageId;
    }

    boolean isAskedFor(ReceivedInstance instance) {
        return instance.study().equals(study.value())
                && instance.series().equals(series.value())
                && (only == null || instance.instance().equals(only.value()));
    }

    /// Returns the status to answer with.
    int take(ReceivedInstance instance) {
        lock.lock();
        try {
            if (failure != null) {
                return QueryRetrieve.OUT_OF_RESOURCES;
            }
            if (!isAskedFor(instance)) {
                return QueryRetrieve.NOT_AUTHORISED;
            }
            if (!taken.contains(instance.instance())) {
                sink.arrived(instance.file());
                taken.add(instance.instance());
            }
            return 0;
        } catch (WorkstationException | RuntimeException e) {
            failure = e;
            return QueryRetrieve.OUT_OF_RESOURCES;
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return taken.size();
        } finally {
            lock.unlock();
        }
    }

    boolean hasFailed() {
        lock.lock();
        try {
            return failure != null;
        } finally {
            lock.unlock();
        }
    }

    /// What went wrong where the instances were taken to, if anything did.
    void rethrow() throws WorkstationException {
        lock.lock();
        try {
            switch (failure) {
                case null -> {}
                case WorkstationException e -> throw e;
                case RuntimeException e -> throw e;
                case Exception e -> throw new IllegalStateException(e);
            }
        } finally {
            lock.unlock();
        }
    }
}
