package org.readingroom.services.dimse;

import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.testing.SmallDicom;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.DicomException;
import org.readingroom.viewer.dicom.DicomReader;
import org.readingroom.viewer.dicom.TransferSyntax;

/// A faulty archive that agrees to everything and says what it is told to, for one request.
final class TalkingPeer {
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    private TalkingPeer() {}

    /// A conversation with a peer that has agreed.
    interface Talk {
        void with(Agreed agreed) throws Exception;
    }

    /// `storage` is the context on which CT images may come.
    record Agreed(Socket socket, PduReader reader, DimseMessage asked, int storage) {
        void pending(@Nullable DataSet match) throws Exception {
            FaultyPeer.answer(socket, asked, 0, 0xFF00, match);
        }

        void ends(int status, int completed, int failed) throws Exception {
            CommandSet said = CommandSet.create(asked.command().commandField() | CommandSet.RESPONSE)
                    .with(
                            CommandSet.MESSAGE_ID_RESPONDED_TO,
                            asked.command().number(CommandSet.MESSAGE_ID).orElseThrow())
                    .with(CommandSet.DATA_SET_TYPE, CommandSet.NO_DATA_SET)
                    .with(CommandSet.STATUS, status)
                    .with(CommandSet.COMPLETED, completed)
                    .with(CommandSet.FAILED, failed);
            FaultyPeer.say(socket, new Pdu.Data(List.of(new Pdu.Pdv(1, true, true, said.encode()))));
        }

        /// Returns the status it is answered with.
        int stores(String instance, byte[] dataSet) throws Exception {
            CommandSet said = QueryRetrieve.request(QueryRetrieve.C_STORE_RQ, CT, 9)
                    .withUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, instance);
            FaultyPeer.say(socket, new Pdu.Data(List.of(new Pdu.Pdv(storage, true, true, said.encode()))));
            FaultyPeer.say(socket, new Pdu.Data(List.of(new Pdu.Pdv(storage, false, true, dataSet))));
            return FaultyPeer.message(reader)
                    .command()
                    .number(CommandSet.STATUS)
                    .orElseThrow();
        }

        int stores(SmallDicom slice) throws Exception {
            return stores(slice.instance(), wire(slice));
        }
    }

    static byte[] wire(SmallDicom slice) throws DicomException {
        return DataSetBytes.encode(DicomReader.read(slice.bytes()).dataSet(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }

    static FaultyPeer of(Talk talk) throws Exception {
        return new FaultyPeer((socket, reader) -> {
            Pdu.AssociateRq rq = (Pdu.AssociateRq) reader.read();
            int storage = rq.contexts().stream()
                    .filter(each -> each.abstractSyntax().equals(CT)
                            && each.transferSyntaxes().contains(FaultyPeer.ACCEPTED_SYNTAX))
                    .mapToInt(Pdu.ProposedContext::id)
                    .findFirst()
                    .orElse(0);
            FaultyPeer.say(
                    socket,
                    new Pdu.AssociateAc(
                            rq.calledAe(),
                            rq.callingAe(),
                            rq.contexts().stream()
                                    .map(each -> new Pdu.AnsweredContext(each.id(), 0, FaultyPeer.ACCEPTED_SYNTAX))
                                    .toList(),
                            rq.roles(),
                            0));
            talk.with(new Agreed(socket, reader, FaultyPeer.message(reader), storage));
        });
    }
}
