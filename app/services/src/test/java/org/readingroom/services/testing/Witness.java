package org.readingroom.services.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.readingroom.services.link.LinkWitness;

/// Writes down what the clients of a server tell.
public final class Witness implements LinkWitness {
    public final AtomicInteger answers = new AtomicInteger();
    public final List<String> losses = new CopyOnWriteArrayList<>();
    public volatile boolean cut;

    @Override
    public boolean isOpen() {
        return !cut;
    }

    @Override
    public void answered() {
        answers.incrementAndGet();
    }

    @Override
    public void unreachable(String messageKey) {
        losses.add(messageKey);
    }
}
