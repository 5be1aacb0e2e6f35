package org.readingroom.services.dimse;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.readingroom.viewer.dicom.DataSet;
import org.readingroom.viewer.dicom.DataSetBuilder;
import org.readingroom.viewer.dicom.DataSetBytes;
import org.readingroom.viewer.dicom.DicomException;

/// Asks for operations on one presentation context and waits for each answer.
///
/// The SOP class of an operation may be another than that of the context: a meta SOP class holds several.
///
/// **Thread:** as [Association].
/// **Errors:** as [Association]; [DimseFailedException] for a status that is a failure.
/// **Source:** DICOM PS3.7 sections 9.1.5 and 10.1.
// [impl->req~dimse.operations~1]
public final class DimseClient {
    public static final String VERIFICATION = "1.2.840.10008.1.1";

    private static final int N_EVENT_REPORT_RQ = 0x0100;
    private static final int N_GET_RQ = 0x0110;
    private static final int N_SET_RQ = 0x0120;
    private static final int N_ACTION_RQ = 0x0130;
    private static final int N_CREATE_RQ = 0x0140;
    private static final int N_DELETE_RQ = 0x0150;
    private static final int C_ECHO_RQ = 0x0030;

    private final Association association;
    private final Association.Context context;
    private final Consumer<EventReport> events;

    /// What the other side tells of itself, such as a printer out of film.
    public record EventReport(String sopClass, int eventType, DataSet information) {}

    /// An answer that is no failure. `instance` is the SOP instance it is about, or empty.
    public record Answer(DimseStatus status, String instance, DataSet dataSet) {}

    /// `events` is told what comes in between, on the thread that waits.
    public DimseClient(Association association, Association.Context context, Consumer<EventReport> events) {
        this.association = association;
        this.context = context;
        this.events = events;
    }

    public DimseStatus echo() throws DimseException {
        return ask(affected(C_ECHO_RQ, VERIFICATION), null).status();
    }

    /// Makes an instance; its UID is chosen here.
    public Answer create(String sopClass, String instance, DataSet attributes) throws DimseException {
        return ask(affected(N_CREATE_RQ, sopClass).withUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, instance), attributes);
    }

    public Answer set(String sopClass, String instance, DataSet attributes) throws DimseException {
        return ask(requested(N_SET_RQ, sopClass, instance), attributes);
    }

    public Answer get(String sopClass, String instance, int... tags) throws DimseException {
        CommandSet command = requested(N_GET_RQ, sopClass, instance);
        return ask(tags.length == 0 ? command : command.withTags(CommandSet.ATTRIBUTE_IDENTIFIER_LIST, tags), null);
    }

    public Answer act(String sopClass, String instance, int actionType) throws DimseException {
        return ask(requested(N_ACTION_RQ, sopClass, instance).with(CommandSet.ACTION_TYPE_ID, actionType), null);
    }

    public Answer delete(String sopClass, String instance) throws DimseException {
        return ask(requested(N_DELETE_RQ, sopClass, instance), null);
    }

    private static CommandSet affected(int field, String sopClass) {
        return CommandSet.create(field).withUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClass);
    }

    private static CommandSet requested(int field, String sopClass, String instance) {
        return CommandSet.create(field)
                .withUid(CommandSet.REQUESTED_SOP_CLASS_UID, sopClass)
                .withUid(CommandSet.REQUESTED_SOP_INSTANCE_UID, instance);
    }

    private Answer ask(CommandSet asked, @Nullable DataSet dataSet) throws DimseException {
        int id = association.nextMessageId();
        CommandSet command = asked.with(CommandSet.MESSAGE_ID, id)
                .with(CommandSet.DATA_SET_TYPE, dataSet == null ? CommandSet.NO_DATA_SET : CommandSet.WITH_DATA_SET);
        association.send(new DimseMessage(
                context.id(),
                command,
                dataSet == null ? null : DataSetBytes.encode(dataSet, context.transferSyntax())));
        for (int events = 0; events < 1000; events++) { // chosen: a side that only reports never answers
            DimseMessage message = association.receive();
            if (message.command().commandField() == N_EVENT_REPORT_RQ) {
                report(message);
            } else {
                return answer(asked, id, message);
            }
        }
        association.abort();
        throw DimseException.protocol("reports without end and no answer");
    }

    private Answer answer(CommandSet asked, int id, DimseMessage message) throws DimseException {
        CommandSet said = message.command();
        if (said.commandField() != (asked.commandField() | CommandSet.RESPONSE)
                || said.number(CommandSet.MESSAGE_ID_RESPONDED_TO).orElse(-1) != id
                || said.number(CommandSet.STATUS).isEmpty()) {
            association.abort();
            throw DimseException.protocol(
                    "command %04X answers %04X, or not this one".formatted(said.commandField(), asked.commandField()));
        }
        DimseStatus status = new DimseStatus(said.number(CommandSet.STATUS).getAsInt());
        if (status.isFailure() || status.isPending()) {
            throw new DimseFailedException(asked.commandField(), sopClass(asked), status);
        }
        return new Answer(
                status, said.text(CommandSet.AFFECTED_SOP_INSTANCE_UID).orElse(""), decoded(message));
    }

    private static String sopClass(CommandSet command) {
        Optional<String> affected = command.text(CommandSet.AFFECTED_SOP_CLASS_UID);
        return affected.or(() -> command.text(CommandSet.REQUESTED_SOP_CLASS_UID))
                .orElse("");
    }

    private DataSet decoded(DimseMessage message) throws DimseException {
        byte[] bytes = message.dataSet();
        if (bytes == null) {
            return DataSetBuilder.create("").build();
        }
        try {
            return DataSetBytes.decode(bytes, association.syntaxOf(message.contextId()));
        } catch (DicomException e) {
            association.abort();
            throw new DimseException("services.dimse.protocol", List.of(), "a damaged data set", e);
        }
    }

    /// Takes note of a report and says so, as every N-EVENT-REPORT wants to be answered.
    private void report(DimseMessage message) throws DimseException {
        CommandSet said = message.command();
        String sopClass = said.text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse("");
        int type = said.number(CommandSet.EVENT_TYPE_ID).orElse(0);
        CommandSet thanks = affected(N_EVENT_REPORT_RQ | CommandSet.RESPONSE, sopClass)
                .with(
                        CommandSet.MESSAGE_ID_RESPONDED_TO,
                        said.number(CommandSet.MESSAGE_ID).orElse(0))
                .with(CommandSet.DATA_SET_TYPE, CommandSet.NO_DATA_SET)
                .with(CommandSet.STATUS, 0)
                .withUid(
                        CommandSet.AFFECTED_SOP_INSTANCE_UID,
                        said.text(CommandSet.AFFECTED_SOP_INSTANCE_UID).orElse(""))
                .with(CommandSet.EVENT_TYPE_ID, type);
        association.send(new DimseMessage(message.contextId(), thanks, null));
        events.accept(new EventReport(sopClass, type, decoded(message)));
    }
}
