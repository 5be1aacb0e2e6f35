package org.readingroom.services.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.readingroom.services.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a second program out of a home.
///
/// The operating system holds the lock and lets go of it when the process ends in whatever way, so that a
/// file left behind by a killed program stops nobody.
///
/// On POSIX systems a process that closes any handle of a file loses all its locks on it (fcntl(2)). So the file of
/// a home that this program holds is never opened again, not even to say who holds it.
// [impl->req~home.one-program~1]
final class HomeLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);

    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Path folder) throws HomeException, StoreException {
        Path home;
        try {
            home = folder.toRealPath();
        } catch (IOException e) {
            throw StoreException.of(e);
        }
        if (!HELD_HERE.add(home)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()), null);
        }
        try {
            return new HomeLock(home, lock(folder));
        } catch (HomeException | StoreException | RuntimeException e) {
            HELD_HERE.remove(home);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws HomeException, StoreException {
        Path file = folder.resolve("lock");
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StoreException.of(e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder, holder(file), null);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw inUse(folder, "?", e);
        } catch (HomeException e) {
            close(channel);
            throw e;
        } catch (IOException e) {
            close(channel);
            throw StoreException.of(e);
        }
    }

    /// The process that another program's lock names.
    private static String holder(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            LOG.debug("the holder of the lock is not to be read");
            return "?";
        }
    }

    private static HomeException inUse(Path folder, String holder, @Nullable Throwable cause) {
        return new HomeException(
                "services.home.in-use", List.of(folder.toString(), holder), "home held by process " + holder, cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("closing the lock failed: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        close(channel);
        HELD_HERE.remove(home);
    }
}
