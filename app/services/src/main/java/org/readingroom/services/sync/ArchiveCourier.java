package org.readingroom.services.sync;

import java.util.Arrays;
import java.util.List;
import org.readingroom.services.archive.Archive;
import org.readingroom.services.archive.ArchiveException;
import org.readingroom.services.archive.StoreAnswer;
import org.readingroom.services.link.ServerFault;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.DicomWriter;
import org.readingroom.viewer.dicom.Tag;
import org.readingroom.viewer.model.SeriesUid;
import org.readingroom.viewer.model.SopInstanceUid;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.task.Progress;

/// Takes objects to the archive, and believes only what it says of each.
///
/// An object that an earlier attempt may have stored is fetched and compared first: some archives answer a second
/// storing with a refusal, others with a yes while they keep what they had.
// [impl->req~outbox.stored~1]
public final class ArchiveCourier implements Courier {
    private final Archive archive;

    public ArchiveCourier(Archive archive) {
        this.archive = archive;
    }

    @Override
    public Receipt send(Parcel parcel) throws WorkstationException {
        DataSet object = read(parcel.body());
        SopInstanceUid instance = new SopInstanceUid(
                object.string(Tag.SOP_INSTANCE_UID).orElse("").strip());
        StoreAnswer answer = store(parcel);
        if (answer.stored().contains(instance)) {
            return new Receipt(instance.value(), "", null);
        }
        if (parcel.mayBeThere() && isThere(parcel, object, instance)) {
            return new Receipt(instance.value(), "", null);
        }
        for (StoreAnswer.Refused refused : answer.refused()) {
            if (refused.instance().equals(instance)) {
                throw refused(refused);
            }
        }
        throw new SendFault(
                ServerFault.GARBLED,
                ServerFault.GARBLED.messageKey(),
                null,
                "",
                "the archive says nothing of it",
                null);
    }

    /// Storing names nothing that could be missing: who says so is no archive, but what stands before it.
    private StoreAnswer store(Parcel parcel) throws WorkstationException {
        try {
            return archive.store(parcel.entry().study(), List.of(parcel.body()), Progress.IGNORED);
        } catch (ArchiveException e) {
            if (e.fault() != ServerFault.MISSING) {
                throw e;
            }
            ServerFault gone = ServerFault.UNREACHABLE;
            throw new SendFault(gone, gone.messageKey(), null, "", "no archive behind this address", e);
        }
    }

    private static SendFault refused(StoreAnswer.Refused refused) {
        ServerFault fault = refused.isFinal() ? ServerFault.REFUSED : ServerFault.BROKEN;
        String reason = refused.reason() == 0 ? "" : "Failure Reason (0008,1197) 0x%04X".formatted(refused.reason());
        return new SendFault(fault, refused.messageKey(), null, reason, "the archive refused it", null);
    }

    /// Whether the archive holds this very object, element for element.
    private boolean isThere(Parcel parcel, DataSet object, SopInstanceUid instance) throws WorkstationException {
        SeriesUid series =
                new SeriesUid(object.string(Tag.SERIES_INSTANCE_UID).orElse("").strip());
        try {
            byte[] there = archive.fetch(parcel.entry().study(), series, instance, Progress.IGNORED);
            return Arrays.equals(elements(read(there)), elements(object));
        } catch (ArchiveException e) {
            if (e.fault() == ServerFault.MISSING) {
                return false;
            }
            throw e;
        }
    }

    /// As they are written, without what archives write on themselves: Retrieve AE Title, Instance Availability.
    private static byte[] elements(DataSet set) {
        return DicomWriter.encoded(DataSetBuilder.create()
                .addAll(set)
                .remove(0x00080054)
                .remove(0x00080056)
                .build());
    }

    private static DataSet read(byte[] file) throws SendFault {
        try {
            return DicomReader.read(file).dataSet();
        } catch (DicomException e) {
            throw new SendFault(ServerFault.REFUSED, "services.outbox.damaged", null, "", "no DICOM object", e);
        }
    }
}
