package org.readingroom.services.home;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.readingroom.services.identity.Licence;
import org.readingroom.services.identity.NewUser;
import org.readingroom.services.identity.Role;
import org.readingroom.services.reading.ReadingPriority;
import org.readingroom.services.store.StoreException;
import org.readingroom.viewer.model.WorkstationException;
import org.readingroom.viewer.phantom.SyntheticInstance;
import org.readingroom.viewer.phantom.SyntheticStudy;
import org.readingroom.viewer.task.Progress;

/// Makes the demo home: invented people and a department of synthetic studies.
///
/// It is made beside its place and moved there when it is whole, so that a start that was broken off leaves
/// no half of it.
// [impl->req~home.demo~1]
final class DemoHome {
    private static final LocalDate FAR_AWAY = LocalDate.of(2099, 12, 31);
    private static final LocalDate LONG_AGO = LocalDate.of(2010, 7, 1);

    static final List<NewUser> PEOPLE = List.of(
            new NewUser("resident", "演示住院医师 (Demo Resident)", Set.of(Role.TRAINEE), null),
            new NewUser("radiologist", "演示医师 (Demo Radiologist)", Set.of(Role.RADIOLOGIST), licence(1)),
            new NewUser("senior", "演示主任医师 (Demo Senior)", Set.of(Role.SENIOR), licence(2)),
            new NewUser("admin", "演示管理员 (Demo Administrator)", Set.of(Role.ADMINISTRATOR), null));

    private DemoHome() {}

    private static Licence licence(int number) {
        return new Licence("DEMO-%04d".formatted(number), FAR_AWAY, LONG_AGO);
    }

    static void create(Path folder, HomeOptions options, Progress progress) throws WorkstationException {
        Path whole = folder.toAbsolutePath().normalize();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part-" + UUID.randomUUID());
        try {
            Home.create(part, true, options.clock());
            char[] password = "demo".toCharArray();
            try (Home home = Home.open(part, options)) {
                home.firstUsers().createDemo(PEOPLE, password);
                try (Session session = home.signIn("senior", password)) {
                    fill(session, options.department().get(), progress);
                }
            }
            Files.deleteIfExists(part.resolve("lock"));
            Files.deleteIfExists(whole.resolve("lock"));
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreException.of(e);
        } finally {
            deleteQuietly(part);
        }
    }

    private static void fill(Session session, List<SyntheticStudy> studies, Progress progress)
            throws WorkstationException {
        Iterator<byte[]> instances = studies.stream()
                .flatMap(SyntheticStudy::drawn)
                .map(SyntheticInstance::toBytes)
                .iterator();
        long total = studies.stream().mapToLong(SyntheticStudy::size).sum();
        session.imports().importInstances(instances, total, progress);
        if (!studies.isEmpty()) {
            session.worklist().setPriority(studies.getFirst().uid(), ReadingPriority.STAT);
        }
    }

    private static void deleteQuietly(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @org.jspecify.annotations.Nullable IOException e)
                        throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(DemoHome.class)
                    .warn(
                            "the beginnings of a demo home were left behind: {}",
                            e.getClass().getSimpleName());
        }
    }
}
