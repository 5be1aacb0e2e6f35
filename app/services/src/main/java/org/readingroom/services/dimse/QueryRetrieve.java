package org.readingroom.services.dimse;

/// Numbers and names of the query and retrieve services.
///
/// **Source:** DICOM PS3.4 annex C, PS3.7 section 9.3 and annex E.
final class QueryRetrieve {
    static final String FIND = "1.2.840.10008.5.1.4.1.2.2.1";
    static final String MOVE = "1.2.840.10008.5.1.4.1.2.2.2";
    static final String GET = "1.2.840.10008.5.1.4.1.2.2.3";

    static final int C_STORE_RQ = 0x0001;
    static final int C_GET_RQ = 0x0010;
    static final int C_FIND_RQ = 0x0020;
    static final int C_MOVE_RQ = 0x0021;
    static final int C_ECHO_RQ = 0x0030;
    static final int C_CANCEL_RQ = 0x0FFF;

    /// **Source:** PS3.7 annex C and PS3.4 B.2.3.
    static final int OUT_OF_RESOURCES = 0xA700;

    static final int DOES_NOT_MATCH = 0xA900;
    static final int NOT_UNDERSTOOD = 0xC000;
    static final int NOT_AUTHORISED = 0x0124;
    static final int UNKNOWN_OPERATION = 0x0211;

    /// The other side stopped because it was asked to.
    static final int CANCELLED = 0xFE00;

    private static final int MEDIUM = 0;

    private QueryRetrieve() {}

    static CommandSet request(int field, String sopClass, int messageId) {
        return CommandSet.create(field)
                .withUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClass)
                .with(CommandSet.MESSAGE_ID, messageId)
                .with(CommandSet.PRIORITY, MEDIUM)
                .with(CommandSet.DATA_SET_TYPE, CommandSet.WITH_DATA_SET);
    }

    static CommandSet cancel(int messageId) {
        return CommandSet.create(C_CANCEL_RQ)
                .with(CommandSet.MESSAGE_ID_RESPONDED_TO, messageId)
                .with(CommandSet.DATA_SET_TYPE, CommandSet.NO_DATA_SET);
    }

    /// The answer to a C-STORE or a C-ECHO.
    static CommandSet answer(CommandSet asked, int status) {
        CommandSet said = CommandSet.create(asked.commandField() | CommandSet.RESPONSE)
                .withUid(
                        CommandSet.AFFECTED_SOP_CLASS_UID,
                        asked.text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse(""))
                .with(
                        CommandSet.MESSAGE_ID_RESPONDED_TO,
                        asked.number(CommandSet.MESSAGE_ID).orElse(0))
                .with(CommandSet.DATA_SET_TYPE, CommandSet.NO_DATA_SET)
                .with(CommandSet.STATUS, status);
        return asked.text(CommandSet.AFFECTED_SOP_INSTANCE_UID)
                .map(uid -> said.withUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, uid))
                .orElse(said);
    }

    static DimseException noService(Association association, String name) {
        return new DimseException(
                "services.dimse.no-service",
                java.util.List.of(association.peer().aeTitle().value(), name),
                "no context for " + name);
    }
}
