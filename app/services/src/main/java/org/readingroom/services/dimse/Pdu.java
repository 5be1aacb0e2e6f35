package org.readingroom.services.dimse;

import java.util.List;

/// One protocol data unit of the upper layer.
///
/// **Source:** DICOM PS3.8 section 9.3.
public sealed interface Pdu {
    int ASSOCIATE_RQ = 0x01;
    int ASSOCIATE_AC = 0x02;
    int ASSOCIATE_RJ = 0x03;
    int P_DATA = 0x04;
    int RELEASE_RQ = 0x05;
    int RELEASE_RP = 0x06;
    int ABORT = 0x07;

    /// A wish for an association. `maxPduBytes` is what the asking side takes, 0 without limit.
    record AssociateRq(
            String calledAe, String callingAe, List<ProposedContext> contexts, List<Role> roles, int maxPduBytes)
            implements Pdu {
        public AssociateRq {
            contexts = List.copyOf(contexts);
            roles = List.copyOf(roles);
        }

        public AssociateRq(String calledAe, String callingAe, List<ProposedContext> contexts, int maxPduBytes) {
            this(calledAe, callingAe, contexts, List.of(), maxPduBytes);
        }
    }

    /// The answer that grants it, with what became of each context.
    record AssociateAc(
            String calledAe, String callingAe, List<AnsweredContext> contexts, List<Role> roles, int maxPduBytes)
            implements Pdu {
        public AssociateAc {
            contexts = List.copyOf(contexts);
            roles = List.copyOf(roles);
        }

        public AssociateAc(String calledAe, String callingAe, List<AnsweredContext> contexts, int maxPduBytes) {
            this(calledAe, callingAe, contexts, List.of(), maxPduBytes);
        }
    }

    /// The answer that refuses it. **Source:** table 9-21.
    record AssociateRj(int result, int source, int reason) implements Pdu {}

    record Data(List<Pdv> values) implements Pdu {
        public Data {
            values = List.copyOf(values);
        }
    }

    record ReleaseRq() implements Pdu {}

    record ReleaseRp() implements Pdu {}

    /// **Source:** table 9-26.
    record Abort(int source, int reason) implements Pdu {
        static final int BY_USER = 0;
        static final int BY_PROVIDER = 2;
    }

    /// A service that is asked for, and the transfer syntaxes in which it may be spoken. Ids are odd.
    record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
        public ProposedContext {
            transferSyntaxes = List.copyOf(transferSyntaxes);
        }
    }

    /// `result` 0 is acceptance, in `transferSyntax`. **Source:** table 9-18.
    record AnsweredContext(int id, int result, String transferSyntax) {}

    /// Who asks for a service and who does it: the side that asks for the association may be `scu`, `scp` or both.
    /// **Source:** PS3.7 D.3.3.4.
    record Role(String sopClass, boolean scu, boolean scp) {}

    /// A fragment of a message: of its command or of its data set.
    record Pdv(int contextId, boolean isCommand, boolean isLast, byte[] bytes) {}
}
