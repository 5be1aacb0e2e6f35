package org.readingroom.testservers.ris;

import java.util.Optional;

/// Ends this process, and a companion before it, when the process that wanted them is gone.
final class OwnerWatch implements Runnable {
    private final long owner;
    private final long companion;

    OwnerWatch(long owner, long companion) {
        this.owner = owner;
        this.companion = companion;
    }

    void start() {
        if (owner != 0) {
            Thread.ofPlatform().daemon().name("owner-watch").start(this);
        }
    }

    @Override
    public void run() {
        try {
            while (ProcessHandle.of(owner).map(ProcessHandle::isAlive).orElse(false)) {
                Thread.sleep(500);
            }
            Optional<ProcessHandle> other = companion == 0 ? Optional.empty() : ProcessHandle.of(companion);
            other.ifPresent(ProcessHandle::destroy);
            System.exit(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
