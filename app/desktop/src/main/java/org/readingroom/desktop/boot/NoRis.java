package org.readingroom.desktop.boot;

import org.readingroom.services.link.ServerFault;
import org.readingroom.services.ris.ClaimOutcome;
import org.readingroom.services.ris.Order;
import org.readingroom.services.ris.OrderChanges;
import org.readingroom.services.ris.RequestForm;
import org.readingroom.services.ris.RisException;
import org.readingroom.services.ris.RisWorklist;
import org.readingroom.viewer.task.Progress;

/// What stands for the RIS of a home that is not connected to any; orders of an earlier connection may still be here.
enum NoRis implements RisWorklist {
    INSTANCE;

    @Override
    public OrderChanges changes(String cursor, Progress progress) throws RisException {
        throw none();
    }

    @Override
    public ClaimOutcome claim(Order order, Order.Reader reader) throws RisException {
        throw none();
    }

    @Override
    public ClaimOutcome release(Order order, Order.Reader reader) throws RisException {
        throw none();
    }

    @Override
    public RequestForm request(Order order) throws RisException {
        throw none();
    }

    private static RisException none() {
        return new RisException(ServerFault.MISSING, "", "no RIS is set", null);
    }
}
